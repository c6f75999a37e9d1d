import { useState } from 'react';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { NoSpaceLeft } from '../../../storage/watch-space.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { ChoiceCards } from '../../../ui/Choices.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { makeKioskKeys } from '../../../vault/kiosk-keys.ts';
import { InstallOffer } from '../common/InstallOffer.tsx';
import { useServices, useSession } from '../common/services.ts';
import styles from './Kiosk.module.css';

const MINUTES = [1, 2, 3, 5, 10] as const;
const USUAL = 3;
const FACTS = ['who', 'what', 'forgets', 'yours', 'ends'] as const;

/** `/settings/kiosk`: what it means to leave the tablet to whoever comes, and the press that does it. */
export function KioskSettingPage() {
  const t = useText('kiosk');
  const { storage, now } = useServices();
  const { vault } = useSession();
  const language = useLanguage();
  const [minutes, setMinutes] = useState<number>(USUAL);
  const [isBusy, setBusy] = useState(false);
  const [isFull, setFull] = useState(false);
  const begin = async () => {
    setBusy(true);
    const { staffId } = vault;
    const keys = (await storage.kiosk.findKeys(staffId)) ?? (await makeKioskKeys(vault));
    const { publicKey, sealed } = keys;
    const kiosk = { staffId, publicKey, since: now().toISOString(), minutes, language };
    // The screens change by themselves: a kiosk that is on is all the tablet shows.
    await storage.kiosk.begin(kiosk, { publicKey, sealed });
  };
  const fail = (error: unknown) => {
    if (!(error instanceof NoSpaceLeft)) throw error;
    setBusy(false);
    setFull(true);
  };
  return (
    <Page
      width="wide"
      foot={
        <FootBar
          end={
            <Button
              variant="solid"
              size="large"
              iconAfter={<Icon name="next" />}
              busy={isBusy}
              onClick={() => void begin().catch(fail)}
            >
              {t('setting.begin')}
            </Button>
          }
        >
          <LinkButton href="/settings" size="large" icon={<Icon name="back" />}>
            {t('setting.back')}
          </LinkButton>
        </FootBar>
      }
    >
      <div className={styles.setting}>
        <ScreenTitle>{t('setting.title')}</ScreenTitle>
        {isFull && <Notice tone="problem">{t('setting.full')}</Notice>}
        <ul className={styles.facts}>
          {FACTS.map((fact) => (
            <li key={fact}>
              <Icon name="check" />
              <span>{t(`setting.${fact}`)}</span>
            </li>
          ))}
        </ul>
        <ChoiceCards
          label={t('setting.minutes')}
          hint={t('setting.minutesHint')}
          choices={MINUTES.map((count) => ({ value: String(count), label: t('setting.count', { count }) }))}
          value={String(minutes)}
          onChange={(value) => setMinutes(Number(value))}
        />
        <p>{t('setting.pin')}</p>
        <InstallOffer />
      </div>
    </Page>
  );
}
