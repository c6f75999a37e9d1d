import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Section } from './Section.tsx';

/** The way to leaving the tablet to whoever comes; what that means is said there. */
export function KioskSetting() {
  const t = useText('kiosk');
  return (
    <Section title={t('setting.title')}>
      <p>{t('setting.short')}</p>
      <div>
        <LinkButton href="/settings/kiosk" icon={<Icon name="person" />}>
          {t('setting.open')}
        </LinkButton>
      </div>
    </Section>
  );
}
