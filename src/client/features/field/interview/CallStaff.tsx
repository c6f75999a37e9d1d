import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';

interface CallStaffProps {
  readonly onClose: () => void;
  readonly onTakeOver: () => void;
}

/** For the person who holds the tablet alone: hand it over, or go on. */
export function CallStaff({ onClose, onTakeOver }: CallStaffProps) {
  const t = useText('interview');
  return (
    <Dialog
      title={t('staff.title')}
      onClose={onClose}
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {t('staff.close')}
          </Button>
          <Button size="large" variant="solid" onClick={onTakeOver}>
            {t('staff.takeOver')}
          </Button>
        </>
      }
    >
      <Drawing name="speech" size={96} />
      <p>{t('staff.what')}</p>
    </Dialog>
  );
}
