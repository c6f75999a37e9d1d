import { useText } from '../../../i18n/useText.ts';
import { countLanguageWork } from '../../../sync/language-packs.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useStored } from '../common/services.ts';
import { Section } from './Section.tsx';

/** The way to the voice workshop, and whether voices wait here or are still to come. */
export function VoicesSetting() {
  const t = useText('workshop');
  const work = useStored('voices', ({ storage }) => countLanguageWork(storage.languages));
  return (
    <Section title={t('setting.title')}>
      <p>{t('setting.text')}</p>
      {work !== undefined && (
        <p>
          {work.waiting > 0 && `${t('setting.waiting', { count: work.waiting })} `}
          {work.toCome > 0 && t('setting.toCome', { count: work.toCome })}
          {work.waiting + work.toCome === 0 && t('setting.allHere')}
        </p>
      )}
      <div>
        <LinkButton href="/workshop" icon={<Icon name="microphone" />}>
          {t('setting.open')}
        </LinkButton>
      </div>
    </Section>
  );
}
