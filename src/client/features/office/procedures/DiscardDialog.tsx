import { useLocation } from 'wouter';
import { discardProcedure, type ProcedureLine } from '../../../../contract/operations/procedures.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { call } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { useProcedureAction } from './useProcedureAction.ts';

/** A draft that nobody wants any more. */
export function DiscardDialog({
  line,
  onClose,
}: {
  readonly line: ProcedureLine;
  readonly onClose: () => void;
}) {
  const t = useText('office');
  const [, navigate] = useLocation();
  const { id, version } = line;
  const discard = useProcedureAction(
    () => call(discardProcedure, { params: { id, version: String(version) } }),
    () => navigate('/procedures'),
  );
  return (
    <Dialog
      title={t('procedures.discardTitle', { version })}
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button size="small" variant="solid" busy={discard.isPending} onClick={discard.go}>
            {t('procedures.action.discard')}
          </Button>
        </>
      }
    >
      <p>{t('procedures.discardWhat')}</p>
      {discard.problem !== undefined && <ProblemNotice problem={discard.problem} />}
    </Dialog>
  );
}
