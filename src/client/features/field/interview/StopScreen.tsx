import type { Reason } from '../../../../domain/procedure/contract/evaluation.ts';
import { formatParams } from '../../../i18n/formats.ts';
import { type Text, useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Page, ScreenTitle, Sheet } from '../../../ui/Page.tsx';
import { SpeakButton } from '../../../voices/SpeakButton.tsx';
import styles from './Interview.module.css';

interface StopScreenProps {
  readonly stops: readonly Reason[];
  readonly texts: Text;
  readonly onBack: () => void;
}

/** Where this procedure is not the right way: why, what to do instead, and that nothing said is lost. */
export function StopScreen({ stops, texts, onBack }: StopScreenProps) {
  const t = useText('interview');
  const why = stops.map((stop) => texts.sentence(`reasons.${stop.key}`, formatParams(stop.params)));
  return (
    <Page width="narrow" align="middle">
      <div className={styles.stop}>
        <Drawing name="speech" size={120} />
        <ScreenTitle>{t('stop.title')}</ScreenTitle>
        <SpeakButton sentences={[t.sentence('stop.title'), ...why, t.sentence('stop.kept')]} />
        <Sheet>
          {why.map(({ phrase, text }) => (
            <p key={phrase}>{text}</p>
          ))}
        </Sheet>
        <p className={styles.hint}>{t('stop.kept')}</p>
        <div className={styles.ways}>
          <Button variant="solid" size="large" icon={<Icon name="edit" />} onClick={onBack}>
            {t('stop.back')}
          </Button>
          <LinkButton href="/" size="large">
            {t('go.home')}
          </LinkButton>
        </div>
      </div>
    </Page>
  );
}
