import { formatClock } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { KioskNumber } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { SpeakButton } from '../../../voices/SpeakButton.tsx';
import styles from './Kiosk.module.css';
import { useLeftAlone } from './useLeftAlone.ts';

/** Seconds for reading a number and saying it to somebody. */
const SHOWN_FOR = 60;

/** The number to say to the staff. There is no way back from here into what was said. */
export function LeftPage({ number, onDone }: { readonly number: KioskNumber; readonly onDone: () => void }) {
  const t = useText('kiosk');
  useLeftAlone({ after: SHOWN_FOR, warning: 0, onGone: onDone });
  const clock = formatClock(number.at);
  return (
    <Page
      width="narrow"
      align="middle"
      foot={
        <FootBar
          end={
            <Button variant="solid" size="large" onClick={onDone}>
              {t('left.done')}
            </Button>
          }
        />
      }
    >
      <div className={styles.left}>
        <Drawing name="speech" size={120} />
        <ScreenTitle>{t(`left.${number.how}.title`)}</ScreenTitle>
        <p className={styles.say}>
          <span>{t('left.say')}</span>
          <b className={styles.number}>{number.value}</b>
          <span>{t('left.at', { clock })}</span>
        </p>
        <p>{t(`left.${number.how}.what`)}</p>
        <SpeakButton
          sentences={[
            t.sentence(`left.${number.how}.title`),
            t.sentence('left.say'),
            { text: String(number.value) },
            t.sentence(`left.${number.how}.what`),
          ]}
        />
      </div>
    </Page>
  );
}
