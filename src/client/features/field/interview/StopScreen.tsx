import type { Reason } from '../../../../domain/procedure/contract/evaluation.ts';
import type { Translate } from '../../../answers/format-answer.ts';
import { formatParams } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Page, ScreenTitle, Sheet } from '../../../ui/Page.tsx';
import styles from './Interview.module.css';

interface StopScreenProps {
  readonly stops: readonly Reason[];
  readonly words: Translate;
  readonly onBack: () => void;
}

/** Where this procedure is not the right way: why, what to do instead, and that nothing said is lost. */
export function StopScreen({ stops, words, onBack }: StopScreenProps) {
  const t = useText('interview');
  return (
    <Page width="narrow" align="middle">
      <div className={styles.stop}>
        <Drawing name="speech" size={120} />
        <ScreenTitle>{t('stop.title')}</ScreenTitle>
        <Sheet>
          {stops.map((stop) => (
            <p key={stop.key}>{words(`reasons.${stop.key}`, formatParams(stop.params))}</p>
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
