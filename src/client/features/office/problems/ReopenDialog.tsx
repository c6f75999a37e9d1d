import { useId, useState } from 'react';
import type { ProblemDetail } from '../../../../contract/operations/problems.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { ActFailure } from './ActFailure.tsx';
import { useProblemAct } from './useProblemAct.ts';

/** Why a problem that had its answer is looked at again; its time begins anew. */
export function ReopenDialog({
  problem,
  onClose,
}: {
  readonly problem: ProblemDetail;
  readonly onClose: () => void;
}) {
  const t = useText('office-problems');
  const office = useText('office');
  const form = useId();
  const [reason, setReason] = useState('');
  const { send, isSending, failure } = useProblemAct(problem, onClose);
  return (
    <Dialog
      title={t('act.reopen')}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {office('cancel')}
          </Button>
          <Button
            type="submit"
            form={form}
            size="small"
            variant="solid"
            busy={isSending}
            disabled={reason.trim() === ''}
          >
            {t('act.reopen')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') send({ kind: 'reopen', reason });
        }}
      >
        <TextArea label={t('act.reason')} rows={3} maxLength={2000} value={reason} onChange={setReason} />
      </form>
      <ActFailure failure={failure} />
    </Dialog>
  );
}
