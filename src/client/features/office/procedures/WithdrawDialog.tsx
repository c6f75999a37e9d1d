import { useState } from 'react';
import { type ProcedureLine, withdrawProcedure } from '../../../../contract/operations/procedures.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { call } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { useProcedureAction } from './useProcedureAction.ts';

/** Why; says first that what was begun is kept and still taken in. */
export function WithdrawDialog({
  line,
  onClose,
}: {
  readonly line: ProcedureLine;
  readonly onClose: () => void;
}) {
  const t = useText('office');
  const [reason, setReason] = useState('');
  const { id, version } = line;
  const withdraw = useProcedureAction(
    () =>
      call(withdrawProcedure, { params: { id, version: String(version) }, body: { reason: reason.trim() } }),
    onClose,
  );
  return (
    <Dialog
      title={t('procedures.withdrawTitle', { version })}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            size="small"
            variant="solid"
            busy={withdraw.isPending}
            disabled={reason.trim() === ''}
            onClick={withdraw.go}
          >
            {t('procedures.action.withdraw')}
          </Button>
        </>
      }
    >
      <p>{t('procedures.withdrawWhat')}</p>
      <TextArea label={t('procedures.reason')} value={reason} onChange={setReason} maxLength={500} rows={3} />
      {withdraw.problem !== undefined && <ProblemNotice problem={withdraw.problem} />}
    </Dialog>
  );
}
