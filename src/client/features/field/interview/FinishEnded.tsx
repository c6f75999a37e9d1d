import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';

interface FinishEndedProps {
  readonly why: 'withdrawn' | 'retired';
  readonly onFinish: () => void;
  readonly onClose: () => void;
}

/** The second press before a dossier is finished that the office takes no new ones of. */
export function FinishEnded({ why, onFinish, onClose }: FinishEndedProps) {
  const t = useText('versions');
  return (
    <Dialog
      title={t(`ended.${why}`)}
      onClose={onClose}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('ended.wait')}
          </Button>
          <Button size="large" variant="solid" onClick={onFinish}>
            {t('ended.finish')}
          </Button>
        </>
      }
    >
      <p>{t('ended.finishWhat')}</p>
    </Dialog>
  );
}
