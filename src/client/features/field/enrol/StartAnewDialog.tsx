import { useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useStored } from '../common/services.ts';

interface StartAnewDialogProps {
  readonly staffId: string;
  readonly onClose: () => void;
  readonly onAnew: () => Promise<void>;
}

/** Says, in numbers, what goes with a forgotten PIN and what does not, before anything goes. */
export function StartAnewDialog({ staffId, onClose, onAnew }: StartAnewDialogProps) {
  const t = useText();
  const [isBusy, setBusy] = useState(false);
  const drafts = useStored(`drafts of ${staffId}`, ({ storage }) => storage.countDrafts(staffId));
  if (drafts === undefined) return null;
  return (
    <Dialog
      title={t('enrol.anew.title')}
      onClose={onClose}
      actions={
        <>
          <Button size="large" disabled={isBusy} onClick={onClose}>
            {t('go.cancel')}
          </Button>
          <Button
            size="large"
            variant="solid"
            busy={isBusy}
            onClick={() => {
              setBusy(true);
              void onAnew();
            }}
          >
            {t('enrol.anew.go')}
          </Button>
        </>
      }
    >
      <p>{t('enrol.anew.pin')}</p>
      <p>
        <b>{t(drafts === 0 ? 'enrol.anew.lostNone' : 'enrol.anew.lost', { count: drafts })}</b>
      </p>
      <p>{t('enrol.anew.kept')}</p>
    </Dialog>
  );
}
