import { useEffect, useState } from 'react';
import { formatDateTime, formatMegabytes } from '../../../i18n/formats.ts';
import { setLanguage } from '../../../i18n/i18n.ts';
import { wholeLanguages } from '../../../i18n/languages.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { ChoiceCards } from '../../../ui/Choices.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { FootBar, Page, ScreenTitle, Sheet } from '../../../ui/Page.tsx';
import { InstallOffer } from '../common/InstallOffer.tsx';
import { askToKeepStorage, lookAtStorage, type StorageKeeping } from '../common/keep-storage.ts';
import { PracticeOffer } from '../common/PracticeOffer.tsx';
import { autoLockChoices, readPreferences, writePreferences } from '../common/preferences.ts';
import { useDevice, useServices, useStored } from '../common/services.ts';
import { CourierSetting } from './CourierSetting.tsx';
import { KioskSetting } from './KioskSetting.tsx';
import { PolicySetting } from './PolicySetting.tsx';
import { Section } from './Section.tsx';
import { SendingSetting } from './SendingSetting.tsx';
import styles from './Settings.module.css';
import { VoicesSetting } from './VoicesSetting.tsx';

/** Choices about this tablet, and what it is. */
export function SettingsPage() {
  const t = useText();
  return (
    <Page
      width="wide"
      foot={
        <FootBar>
          <LinkButton href="/" size="large" icon={<Icon name="back" />}>
            {t('go.home')}
          </LinkButton>
        </FootBar>
      }
    >
      <ScreenTitle>{t('settings.title')}</ScreenTitle>
      <LanguageSetting />
      <PracticeSetting />
      <AutoLockSetting />
      <SendingSetting />
      <VoicesSetting />
      <CourierSetting />
      <KioskSetting />
      <KeepingSetting />
      <DraftsSetting />
      <Section title={t('install.title')}>
        <InstallOffer />
      </Section>
      <PeopleSetting />
      <AboutTablet />
    </Page>
  );
}

function LanguageSetting() {
  const t = useText();
  const language = useLanguage();
  const choose = (value: string) => {
    const chosen = wholeLanguages.find((one) => one === value);
    if (chosen !== undefined) void setLanguage(chosen);
  };
  return (
    <ChoiceCards
      label={t('settings.language')}
      hint={t('settings.languageHint')}
      choices={wholeLanguages.map((value) => ({ value, label: t(`languageNames.${value}`) }))}
      value={language}
      onChange={choose}
    />
  );
}

function PracticeSetting() {
  const t = useText('practice');
  return (
    <Section title={t('offer.title')}>
      <PracticeOffer />
    </Section>
  );
}

function AutoLockSetting() {
  const t = useText();
  const [minutes, setMinutes] = useState(() => readPreferences(localStorage).autoLockMinutes);
  const choose = (value: string) => {
    writePreferences(localStorage, { autoLockMinutes: Number(value) });
    setMinutes(Number(value));
  };
  return (
    <ChoiceCards
      label={t('settings.autoLock')}
      hint={t('settings.autoLockHint')}
      choices={autoLockChoices.map((count) => ({
        value: String(count),
        label: t('settings.minutes', { count }),
      }))}
      value={String(minutes)}
      onChange={choose}
    />
  );
}

function KeepingSetting() {
  const t = useText();
  const [keeping, setKeeping] = useState<StorageKeeping>();
  useEffect(() => {
    void lookAtStorage(navigator.storage).then(setKeeping);
  }, []);
  if (keeping === undefined) return null;
  const ask = () => void askToKeepStorage(navigator.storage).then(setKeeping);
  return (
    <Section title={t('settings.keeping')}>
      <Notice
        tone={keeping.kind === 'kept' ? 'good' : 'care'}
        title={t(`keeping.${keeping.kind}.title`)}
        action={keeping.kind === 'kept' ? undefined : <Button onClick={ask}>{t('keeping.ask')}</Button>}
      >
        {t(`keeping.${keeping.kind}.text`)}
      </Notice>
      {keeping.usedBytes !== undefined && keeping.freeBytes !== undefined && (
        <p>
          {t('settings.space', {
            used: formatMegabytes(keeping.usedBytes),
            free: formatMegabytes(keeping.freeBytes),
          })}
        </p>
      )}
      <PolicySetting />
    </Section>
  );
}

function DraftsSetting() {
  const t = useText('backup');
  const isOff = useDevice()?.policy?.backups === false;
  return (
    <Section title={t('settings.title')}>
      <p>{t(isOff ? 'settings.off' : 'settings.on')}</p>
      <div>
        <LinkButton href="/drafts">{t('settings.open')}</LinkButton>
      </div>
    </Section>
  );
}

function PeopleSetting() {
  const t = useText();
  const device = useDevice();
  const people = useStored('people', ({ storage }) => storage.listVaults()) ?? [];
  return (
    <Section title={t('settings.people')}>
      <ul className={styles.people}>
        {people.map((person) => {
          const lease = device?.leases.find((one) => one.staffId === person.staffId);
          return (
            <li key={person.staffId}>
              <Icon name="person" />
              <b>{person.displayName}</b>
              {lease !== undefined && (
                <span>{t('settings.leaseUntil', { time: formatDateTime(lease.until) })}</span>
              )}
            </li>
          );
        })}
      </ul>
      <div>
        <LinkButton href="/enrol" icon={<Icon name="add" />}>
          {t('lock.addColleague')}
        </LinkButton>
      </div>
    </Section>
  );
}

function AboutTablet() {
  const t = useText();
  const { appVersion } = useServices();
  const device = useDevice();
  if (device === undefined) return null;
  return (
    <Section title={t('settings.about')}>
      <Sheet>
        <dl className={styles.facts}>
          <dt>{t('settings.device')}</dt>
          <dd>{device.deviceName}</dd>
          <dt>{t('settings.commune')}</dt>
          <dd>{device.commune.name}</dd>
          <dt>{t('settings.version')}</dt>
          <dd className="numbers">{appVersion}</dd>
        </dl>
      </Sheet>
    </Section>
  );
}
