import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './Interview.module.css';

interface HelpButtonsProps {
  /** Wide screens have room for them between back and next; on narrow ones they stand above the question. */
  readonly on: 'wide' | 'narrow';
  readonly onCover: () => void;
  readonly onStaff: () => void;
  readonly onPause: () => void;
}

/** Cover the screen, call the staff, leave it for now: in the same places on every screen of the interview. */
export function HelpButtons({ on, onCover, onStaff, onPause }: HelpButtonsProps) {
  const t = useText('interview');
  return (
    <span className={on === 'wide' ? styles.onWide : styles.onNarrow}>
      <Button variant="quiet" icon={<Icon name="hide" />} onClick={onCover}>
        {t('cover.button')}
      </Button>
      <Button variant="quiet" icon={<Icon name="person" />} onClick={onStaff}>
        {t('staff.button')}
      </Button>
      <Button variant="quiet" icon={<Icon name="clock" />} onClick={onPause}>
        {t('pause')}
      </Button>
    </span>
  );
}
