import type { AnswerValue } from '../../../../domain/procedure/contract/answers.ts';
import type { Evaluation, VisibleStep } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition, Question } from '../../../../domain/procedure/definition.ts';
import { choiceKey, formatAnswer, questionKey, type Translate } from '../../../answers/format-answer.ts';
import { sayStep } from '../../../answers/say-step.ts';
import { useReadiness } from '../../../answers/useReadiness.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { Sentence } from '../../../i18n/sentences.ts';
import { type Text, useProcedureText, useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { ScreenTitle } from '../../../ui/Page.tsx';
import { SpeakButton } from '../../../voices/SpeakButton.tsx';
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
  /** Of a supplement: what is asked. The rest can be read and is the office's already. */
  readonly asks: readonly VisibleStep[] | undefined;
  readonly onMend: (question: string) => void;
}

interface Line {
  readonly question: string;
  readonly label: string;
  readonly said: string;
  /** Label and answer, to be heard. */
  readonly sentences: readonly Sentence[];
  readonly isTroubled: boolean;
}

/** Everything said, in plain words and aloud, before anybody signs; each line is one touch from being mended. */
export function ReadBack({ definition, words, asks, onMend }: ReadBackProps) {
  const t = useText('interview');
  const texts = useProcedureText(definition);
  const places = usePlaceNames();
  const { evaluation, draft, said } = useInterview();
  const { now } = useServices();
  const steps = stepsBeforeReadBack(evaluation)
    .map((step) => ({
      id: step.key,
      title: sayStep(step, words),
      heading: texts.sentence(`steps.${step.step.id}.title`),
      lines: step.questions
        .filter(({ question, answered }) => answered && question.type !== 'note')
        .map(({ question, calculated }): Line => {
          const value = calculated ?? draft.answers[question.id];
          const label = texts.sentence(questionKey(question, 'label'), said(question.id));
          const answer = formatAnswer(question, value, words, places);
          return {
            question: question.id,
            label: label.text,
            said: answer,
            sentences: [label, ...sayAnswerAloud(question, value, answer, texts)],
            isTroubled: findTrouble(evaluation, question.id).error !== undefined,
          };
        }),
    }))
    .filter(({ lines }) => lines.length > 0);
  const open = asks && new Set(asks.flatMap((step) => step.questions.map(({ question }) => question.id)));
  const readiness = useReadiness(definition, evaluation.submission, civilDate(now()));
  const aloud: readonly Sentence[] = [
    ...steps.flatMap(({ heading, lines }) => [heading, ...lines.flatMap(({ sentences }) => sentences)]),
    ...(readiness === undefined
      ? []
      : [...readiness.blockers, ...readiness.visit, ...readiness.toBring].map((text) => ({ text }))),
  ];
  return (
    <div className={styles.readBack}>
      <div className={styles.head}>
        <ScreenTitle>{t('readBack.title')}</ScreenTitle>
        <SpeakButton sentences={aloud} />
      </div>
      <p className={styles.hint}>{t('readBack.hint')}</p>
      <ReadBackTroubles
        definition={definition}
        steps={stepsBeforeReadBack(evaluation)}
        words={words}
        saidElsewhere={readiness?.reasons ?? []}
        onMend={onMend}
      />
      <ReadBackFacts definition={definition} words={words} readiness={readiness} />
      {steps.map(({ id, title, heading, lines }) => (
        <section key={id} className={styles.part}>
          <div className={styles.partHead}>
            <h2>{title}</h2>
            <SpeakButton
              small
              about={title}
              sentences={[heading, ...lines.flatMap(({ sentences }) => sentences)]}
            />
          </div>
          <ul>
            {lines.map(({ question, label, said, isTroubled }) => (
              <li key={question}>
                {open === undefined || open.has(question) ? (
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
                ) : (
                  <p className={styles.line}>
                    <span className={styles.label}>{label}</span>
                    <span className={styles.said}>{said}</span>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** An answer as it is heard: a choice by its phrase, what a person said themselves by the device's voice. */
function sayAnswerAloud(
  question: Question,
  value: AnswerValue | undefined,
  answer: string,
  texts: Text,
): readonly Sentence[] {
  if (question.type === 'choice' && typeof value === 'string')
    return [texts.sentence(choiceKey(question, value))];
  if (question.type === 'choices' && Array.isArray(value) && value.length > 0)
    return value.map((one) => texts.sentence(choiceKey(question, one)));
  return [{ text: answer }];
}

/** What was asked so far; a signature that comes after reading back is not missing while reading back. */
function stepsBeforeReadBack(evaluation: Evaluation): readonly VisibleStep[] {
  const at = evaluation.steps.findIndex((step) => step.step.kind === 'read-back');
  return at < 0 ? evaluation.steps : evaluation.steps.slice(0, at);
}
