import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { v7 as newId } from 'uuid';
import {
  changeVisit,
  type Plan,
  type PlannedVisit,
  planVisit,
} from '../../../../contract/operations/tasks.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldGroup } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { TextArea, TextField } from '../../../ui/TextField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { call, problemOf } from '../common/call.ts';
import { DayField } from '../common/DayField.tsx';
import { DepartmentsNotice } from '../common/DepartmentsNotice.tsx';
import { useFieldStaff } from '../common/departments.ts';
import { Failed } from '../common/Failed.tsx';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { useNow } from '../common/useNow.ts';
import { useTried } from '../common/useTried.ts';
import { HouseholdPicker } from './HouseholdPicker.tsx';
import { faultsOf, type PlanFault, type PlanValues, toPlan } from './plan-values.ts';
import styles from './Visits.module.css';

interface PlanDialogProps {
  readonly initial: PlanValues;
  /** The visit that is changed; undefined for a new one. */
  readonly changes: PlannedVisit | undefined;
  readonly onClose: () => void;
  readonly onSaved: (visit: PlannedVisit) => void;
}

/** Where to, when, who, and to whom. What was typed stays when the office cannot be reached. */
export function PlanDialog({ initial, changes, onClose, onSaved }: PlanDialogProps) {
  const t = useText('office-visits');
  const office = useText('office');
  const formId = useId();
  const client = useQueryClient();
  // One opening of the form is one visit, however often it is sent.
  const [id] = useState(() => newId());
  const [values, setValues] = useState(initial);
  const { form, isTried, setTried } = useTried();
  const staff = useFieldStaff();
  const today = civilDate(useNow());
  const save = useMutation({
    mutationFn: (plan: Plan) =>
      changes === undefined
        ? call(planVisit, { body: { ...plan, id } })
        : call(changeVisit, {
            params: { id: changes.id },
            body: { ...plan, revision: changes.revision },
          }),
    onSuccess: onSaved,
    onSettled: () => void client.invalidateQueries({ queryKey: ['visits'] }),
  });
  const change = (part: Partial<PlanValues>) => setValues({ ...values, ...part });
  const faults = isTried ? faultsOf(values) : [];
  const problemWith = (part: PlanFault) => (faults.includes(part) ? t(`form.missing.${part}`) : undefined);
  const failure = save.error === null ? undefined : problemOf(save.error);
  return (
    <Dialog
      title={t(changes === undefined ? 'form.planTitle' : 'form.changeTitle')}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {office('cancel')}
          </Button>
          <Button type="submit" form={formId} size="small" variant="solid" busy={save.isPending}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const plan = toPlan(values);
          if (plan === undefined) setTried();
          else save.mutate(plan);
        }}
      >
        <DayField
          label={t('form.day')}
          initial={initial.day ?? ''}
          problem={problemWith('day')}
          onChange={(day) => change({ day })}
        />
        {values.day !== undefined && values.day < today && <Notice tone="care">{t('form.past')}</Notice>}
        <TextField
          label={t('form.village')}
          value={values.village}
          maxLength={120}
          problem={problemWith('village')}
          onChange={(village) => change({ village })}
        />
        <FieldGroup label={t('form.staff')} problem={problemWith('staff')}>
          <DepartmentsNotice />
          {staff?.length === 0 && <p>{t('form.noStaff')}</p>}
          {staff?.map((one) => (
            <TickBox
              key={one.id}
              checked={values.staffIds.includes(one.id)}
              onChange={(goes) =>
                change({
                  staffIds: goes
                    ? [...values.staffIds, one.id]
                    : values.staffIds.filter((staffId) => staffId !== one.id),
                })
              }
            >
              {one.displayName}
            </TickBox>
          ))}
        </FieldGroup>
        <HouseholdPicker households={values.households} onChange={(households) => change({ households })} />
        <TextArea
          label={t('form.note')}
          hint={t('form.noteHint')}
          rows={2}
          maxLength={2000}
          value={values.note}
          onChange={(note) => change({ note })}
        />
      </form>
      {failure !== undefined && (
        <Failed problem={failure}>
          <ProblemNotice problem={failure}>
            {(failure.kind === 'conflict' || failure.kind === 'state-not-allowed') && (
              <p>{t('form.conflict')}</p>
            )}
          </ProblemNotice>
        </Failed>
      )}
    </Dialog>
  );
}
