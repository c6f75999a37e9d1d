import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Section } from './Section.tsx';

/** The way to the courier, also where nothing of our own waits: to take something along. */
export function CourierSetting() {
  const t = useText('courier');
  return (
    <Section title={t('entry.title')}>
      <p>{t('entry.text')}</p>
      <div>
        <LinkButton href="/courier" icon={<Icon name="qr" />}>
          {t('entry.title')}
        </LinkButton>
      </div>
    </Section>
  );
}
