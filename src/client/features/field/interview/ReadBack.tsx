import type { Evaluation, VisibleStep } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { formatAnswer, questionKey, type Translate } from '../../../answers/format-answer.ts';
import { sayStep } from '../../../answers/say-step.ts';
import { useReadiness } from '../../../answers/useReadiness.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { ScreenTitle } from '../../../ui/Page.tsx';
import { SpeakButton } from '../../../ui/SpeakButton.tsx';
import { useServices } from '../common/services.ts';
import { usePlaceNames } from '../common/usePlaceNames.ts';
import { useInterview } from './interview-context.ts';
import { findTrouble } from './question-problems.ts';
import styles from './ReadBack.module.css';
import { ReadBackFacts } from './ReadBackFacts.tsx';
import { ReadBackTroubles } from './ReadBackTroubles.tsx';

interface ReadBackProps {
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly onMend: (question: string) => void;
}

interface Line {
  readonly question: string;
  readonly label: string;
  readonly said: string;
  readonly isTroubled: boolean;
}

/** Everything said, in plain words and aloud, before anybody signs; each line is one touch from being mended. */
export function ReadBack({ definition, words, onMend }: ReadBackProps) {
  const t = useText('interview');
  const language = useLanguage();
  const places = usePlaceNames();
  const { evaluation, draft, said } = useInterview();
  const { now } = useServices();
  const steps = stepsBeforeReadBack(evaluation)
    .map((step) => ({
      id: step.key,
      title: sayStep(step, words),
      lines: step.questions
        .filter(({ question, answered }) => answered && question.type !== 'note')
        .map(
          ({ question, calculated }): Line => ({
            question: question.id,
            label: words(questionKey(question, 'label'), said(question.id)),
            said: formatAnswer(question, calculated ?? draft.answers[question.id], words, places),
            isTroubled: findTrouble(evaluation, question.id).error !== undefined,
          }),
        ),
    }))
    .filter(({ lines }) => lines.length > 0);
  const readiness = useReadiness(definition, evaluation.submission, civilDate(now()));
  const aloud = [
    ...steps.flatMap(({ title, lines }) => [title, ...lines.map(({ label, said }) => `${label} ${said}`)]),
    ...(readiness === undefined ? [] : [...readiness.blockers, ...readiness.visit, ...readiness.toBring]),
  ].join('. ');
  return (
    <div className={styles.readBack}>
      <div className={styles.head}>
        <ScreenTitle>{t('readBack.title')}</ScreenTitle>
        <SpeakButton text={aloud} language={language} />
      </div>
      <p className={styles.hint}>{t('readBack.hint')}</p>
      <ReadBackTroubles
        steps={stepsBeforeReadBack(evaluation)}
        words={words}
        saidElsewhere={readiness?.reasons ?? []}
        onMend={onMend}
      />
      <ReadBackFacts definition={definition} words={words} readiness={readiness} />
      {steps.map(({ id, title, lines }) => (
        <section key={id} className={styles.part}>
          <h2>{title}</h2>
          <ul>
            {lines.map(({ question, label, said, isTroubled }) => (
              <li key={question}>
                <button type="button" className={styles.line} onClick={() => onMend(question)}>
                  <span className={styles.label}>{label}</span>
                  <span className={styles.said}>
                    {isTroubled && <Icon name="warning" size={20} />}
                    {said}
                  </span>
                  <span className={styles.mend}>
                    <Icon name="edit" size={20} />
                    <span>{t('readBack.mend')}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What was asked so far; a signature that comes after reading back is not missing while reading back. */
function stepsBeforeReadBack(evaluation: Evaluation): readonly VisibleStep[] {
  const at = evaluation.steps.findIndex((step) => step.step.kind === 'read-back');
  return at < 0 ? evaluation.steps : evaluation.steps.slice(0, at);
}
