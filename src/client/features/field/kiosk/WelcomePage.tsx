import { proceduresOf } from '../../../../domain/finding/life-events.ts';
import { showLanguage } from '../../../i18n/i18n.ts';
import { screenLanguages } from '../../../i18n/languages.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { useOffered } from '../../../procedures/offered.ts';
import { Button } from '../../../ui/Button.tsx';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { SpeakButton } from '../../../voices/SpeakButton.tsx';
import { lifeEvents } from '../common/life-events.ts';
import { useDevice } from '../common/services.ts';
import styles from './Kiosk.module.css';

interface WelcomePageProps {
  readonly isFull: boolean;
  /** Where in the way through it begins. */
  readonly onBegin: (path: string) => void;
  readonly onStaff: () => void;
}

/** For whoever stands before it: in which language, and what happened. Nothing of anybody else is here. */
export function WelcomePage({ isFull, onBegin, onStaff }: WelcomePageProps) {
  const t = useText('kiosk');
  const events = useText('begin');
  const device = useDevice();
  const offered = useOffered();
  const shown = lifeEvents.filter((event) => proceduresOf(event, offered).length > 0);
  return (
    <Page
      width="wide"
      foot={
        <FootBar
          end={
            <Button variant="quiet" icon={<Icon name="lock" />} onClick={onStaff}>
              {t('welcome.staff')}
            </Button>
          }
        >
          <p className={styles.where}>{device?.commune.name}</p>
        </FootBar>
      }
    >
      <div className={styles.welcome}>
        <Languages />
        <div className={styles.head}>
          <ScreenTitle size="question">{t('welcome.title')}</ScreenTitle>
          <SpeakButton sentences={[t.sentence('welcome.title'), t.sentence('welcome.what')]} />
        </div>
        <p className={styles.what}>{t('welcome.what')}</p>
        {isFull && <Notice tone="problem">{t('welcome.full')}</Notice>}
        <div className={styles.events}>
          {shown.map(({ id, drawing }) => (
            <button key={id} type="button" className={styles.event} onClick={() => onBegin(`/begin/${id}`)}>
              <Drawing name={drawing} size={112} />
              <span>{events(`events.${id}`)}</span>
            </button>
          ))}
          <button type="button" className={styles.event} onClick={() => onBegin('/begin')}>
            <Drawing name="question-mark" size={112} />
            <span>{events('other')}</span>
          </button>
        </div>
      </div>
    </Page>
  );
}

function Languages() {
  const t = useText('kiosk');
  const names = useText();
  const language = useLanguage();
  return (
    <fieldset className={styles.languages} aria-label={t('welcome.language')}>
      {screenLanguages.map((one) => (
        <Button
          key={one}
          lang={one}
          variant={one === language ? 'solid' : 'outline'}
          aria-pressed={one === language}
          icon={one === language ? <Icon name="check" /> : undefined}
          onClick={() => void showLanguage(one)}
        >
          {names(`languageNames.${one}`)}
        </Button>
      ))}
    </fieldset>
  );
}
