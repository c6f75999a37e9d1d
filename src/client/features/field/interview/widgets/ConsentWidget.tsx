import { utf8 } from '../../../../../contract/bytes.ts';
import { sha256Base64url } from '../../../../../contract/keys.ts';
import { ConsentAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import { saidChoice } from '../../../../answers/said-choice.ts';
import { shownLanguage } from '../../../../i18n/sentences.ts';
import { useLanguage } from '../../../../i18n/useLanguage.ts';
import { useProcedureText, useText } from '../../../../i18n/useText.ts';
import { ChoiceCards } from '../../../../ui/Choices.tsx';
import { useServices } from '../../common/services.ts';
import { useConsentText } from '../useConsentText.ts';
import { drawnConsents } from './drawn-answers.ts';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

/** The whole text, then yes or no; neither is chosen beforehand, and no is as near as yes (I11). */
export function ConsentWidget({
  question,
  definition,
  value,
  onChange,
  words,
  ...field
}: WidgetProps<'consent'>) {
  const t = useText('interview');
  const texts = useProcedureText(definition);
  // What this person has before them: a pack without a checked text leaves a consent in Vietnamese.
  const language = shownLanguage(useLanguage(), texts.sentence(`consents.${question.purpose}.text`).phrase);
  const { now } = useServices();
  const text = useConsentText(words)(question.purpose);
  const parsed = ConsentAnswer.safeParse(value);
  const chosen = parsed.success ? (parsed.data.granted ? 'yes' : 'no') : undefined;
  const answer = async (granted: boolean) => {
    const at = now().toISOString();
    onChange({ granted, at, language, textHash: await sha256Base64url(utf8(text)) });
  };
  return (
    <div className={styles.stack}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text longer than its box is scrolled by keyboard too */}
      <section className={styles.consent} tabIndex={0} aria-label={field.label}>
        {!field.labelHidden && <h3>{field.label}</h3>}
        <p>{text}</p>
      </section>
      <ChoiceCards
        label={t('consent.question')}
        hint={t(question.mustGrant ? 'consent.needed' : 'consent.free')}
        problem={field.problem}
        choices={[
          { value: 'yes', ...saidChoice(t, 'consent.yes'), drawing: drawnConsents.yes },
          { value: 'no', ...saidChoice(t, 'consent.no'), drawing: drawnConsents.no },
        ]}
        value={chosen}
        onChange={(next) => void answer(next === 'yes')}
      />
      <p className={styles.small}>{t(`consent.shownIn.${language}`)}</p>
    </div>
  );
}
