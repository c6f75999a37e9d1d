import { type ReactNode, useState } from 'react';
import { shownLanguage } from '../../../i18n/sentences.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { ChoiceCards } from '../../../ui/Choices.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { FootBar, Page, ScreenTitle } from '../../../ui/Page.tsx';
import { SpeakButton } from '../../../voices/SpeakButton.tsx';
import { useDevice } from '../common/services.ts';
import styles from './Workshop.module.css';

interface SpeakerConsentProps {
  readonly back: ReactNode;
  /** `text` is the very one that was read to them, in `language`. */
  readonly onAgreed: (text: string, language: string, mayBeNamed: boolean) => Promise<void>;
}

/**
 * What becomes of a voice, read out before anything is recorded; then whether they agree, and whether they may be named. Two
 * answers, neither given beforehand, and no is as near as yes (I11).
 */
export function SpeakerConsent({ back, onAgreed }: SpeakerConsentProps) {
  const t = useText('workshop');
  const commune = (useDevice()?.commune.name ?? '').replace(/^(Xã|Phường)\s+/u, '');
  const [granted, setGranted] = useState<string>();
  const [named, setNamed] = useState<string>();
  const sentence = t.sentence('consent.text', { commune });
  const { text } = sentence;
  const language = shownLanguage(useLanguage(), sentence.phrase);
  const isRefused = granted === 'no';
  return (
    <Page
      width="narrow"
      foot={
        <FootBar
          end={
            <Button
              size="large"
              variant="solid"
              iconAfter={<Icon name="next" />}
              disabled={granted !== 'yes' || named === undefined}
              onClick={() => void onAgreed(text, language, named === 'yes')}
            >
              {t('next')}
            </Button>
          }
        >
          {back}
        </FootBar>
      }
    >
      <ScreenTitle>{t('consent.title')}</ScreenTitle>
      <p className={styles.advice}>{t('consent.readAloud')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than its box is scrolled by keyboard too */}
      <section className={styles.consent} tabIndex={0} aria-label={t('consent.title')}>
        <p>{text}</p>
        <div>
          <SpeakButton sentences={[sentence]} />
        </div>
      </section>
      <ChoiceCards
        label={t('consent.question')}
        choices={[
          { value: 'yes', label: t('consent.yes'), drawing: 'yes' },
          { value: 'no', label: t('consent.no'), drawing: 'no' },
        ]}
        value={granted}
        onChange={setGranted}
      />
      {isRefused ? (
        <p role="status">{t('consent.refused')}</p>
      ) : (
        <ChoiceCards
          label={t('consent.named')}
          hint={t('consent.namedHint')}
          choices={[
            { value: 'yes', label: t('consent.namedYes'), drawing: 'yes' },
            { value: 'no', label: t('consent.namedNo'), drawing: 'no' },
          ]}
          value={named}
          onChange={setNamed}
        />
      )}
    </Page>
  );
}
