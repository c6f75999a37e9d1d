import { useId, useState } from 'react';
import type { DossierDetail } from '../../../../../contract/operations/office.ts';
import { life, type OfficeAction } from '../../../../../domain/dossier/actions.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { useProcedureText, useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { Failed } from '../../common/Failed.tsx';
import { ProblemNotice } from '../../common/ProblemNotice.tsx';
import { useTried } from '../../common/useTried.ts';
import { actionsSince, WhatHappenedSince } from '../../common/WhatHappenedSince.tsx';
import { ActFields } from './ActFields.tsx';
import { type ActValues, buildAct } from './act-values.ts';
import { firstValues } from './first-values.ts';
import { useAct } from './useAct.ts';

interface ActDialogProps {
  readonly action: OfficeAction;
  readonly dossier: DossierDetail;
  readonly definition: ProcedureDefinition | undefined;
  readonly onClose: () => void;
}

/**
 * One act, asked once more before it is done: whose dossier, what will happen, what it needs. What was typed stays when the
 * office cannot be reached or somebody else was faster.
 */
export function ActDialog({ action, dossier, definition, onClose }: ActDialogProps) {
  const t = useText('office-acts');
  const office = useText('office');
  const procedure = useProcedureText({ id: dossier.procedureId, version: dossier.procedureVersion });
  const formId = useId();
  const [values, setValues] = useState<ActValues>(() => firstValues(action, dossier));
  const { form, isTried, setTried } = useTried();
  const [seen] = useState(dossier);
  const { send, isSending, problem } = useAct(dossier, onClose);
  const built = buildAct(action, values);
  const isOver = problem !== undefined && !dossier.allowed.includes(action);
  const submit = () => {
    if (built.kind === 'act') send(built.act);
    else setTried();
  };
  return (
    <Dialog
      title={t(`act.${action}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {office('cancel')}
          </Button>
          <Button type="submit" form={formId} size="small" variant="solid" busy={isSending} disabled={isOver}>
            {t(`act.${action}.confirm`)}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>
          <b>
            {procedure.find('name') ?? dossier.procedureId} · {dossier.subjectName}
          </b>
        </p>
        <p>{t(`act.${action}.what`)}</p>
        {life[action].isFinal && <p>{t('final')}</p>}
        {action === 'request-supplement' && dossier.supplementsAsked > 0 && (
          <Notice tone="care" title={t('secondSupplement', { count: dossier.supplementsAsked })} />
        )}
        <ActFields
          action={action}
          dossier={dossier}
          definition={definition}
          values={values}
          onChange={(part) => setValues({ ...values, ...part })}
          wrong={isTried && built.kind === 'incomplete' ? built.fields : []}
        />
      </form>
      {problem !== undefined && (
        <Failed problem={problem}>
          {problem.kind === 'malformed' ? (
            <NotPossible detail={problem.detail} />
          ) : (
            <ProblemNotice problem={problem}>
              {(problem.kind === 'conflict' || problem.kind === 'state-not-allowed') && (
                <>
                  <WhatHappenedSince since={actionsSince(seen, dossier)} status={dossier.status} />
                  <p>{t(isOver ? 'lookAgain' : 'tryAgain')}</p>
                </>
              )}
            </ProblemNotice>
          )}
        </Failed>
      )}
    </Dialog>
  );
}

/** What was filled in cannot be done: which part of it, where the office says so. Loading the page anew would only lose it. */
function NotPossible({ detail }: { readonly detail: string | undefined }) {
  const t = useText('office-acts');
  const why = detail === undefined ? undefined : t.find(`impossible.${detail}`);
  return (
    <Notice tone="problem" title={t('notPossible')}>
      {why !== undefined && <p>{why}</p>}
    </Notice>
  );
}
