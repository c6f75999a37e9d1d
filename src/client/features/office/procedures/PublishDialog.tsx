import { useState } from 'react';
import { type ProcedureLine, publishProcedure } from '../../../../contract/operations/procedures.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { DayField } from '../common/DayField.tsx';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { useProcedureAction } from './useProcedureAction.ts';

interface PublishDialogProps {
  readonly line: ProcedureLine;
  /** Civil date at the office. */
  readonly today: string;
  readonly onClose: () => void;
}

/** From which day; says first what it means for tablets and for what was begun. */
export function PublishDialog({ line, today, onClose }: PublishDialogProps) {
  const t = useText('office');
  const problems = useText('problems');
  const [from, setFrom] = useState<string | undefined>(today);
  const { id, version, digest, unconfirmed } = line;
  const publish = useProcedureAction(
    () =>
      call(publishProcedure, {
        params: { id, version: String(version) },
        body: { digest: digest ?? '', from: from ?? '' },
      }),
    onClose,
  );
  const problem =
    from === undefined ? problems('date-not-full') : from < today ? t('procedures.fromPast') : undefined;
  return (
    <Dialog
      title={t('procedures.publishTitle', { version })}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            size="small"
            variant="solid"
            busy={publish.isPending}
            disabled={problem !== undefined}
            onClick={publish.go}
          >
            {t('procedures.action.publish')}
          </Button>
        </>
      }
    >
      <p>{t('procedures.publishWhat')}</p>
      {unconfirmed > 0 && (
        <Notice tone="care">{t('procedures.publishUnconfirmed', { count: unconfirmed })}</Notice>
      )}
      <DayField label={t('procedures.from')} initial={today} onChange={setFrom} problem={problem} />
      {publish.problem !== undefined && <ProblemNotice problem={publish.problem} />}
    </Dialog>
  );
}
