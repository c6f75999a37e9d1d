import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { answersInOrder } from '../../../answers/answers-in-order.ts';
import { formatAnswer, questionKey } from '../../../answers/format-answer.ts';
import { sayAnswers } from '../../../answers/said-answers.ts';
import { sayStep } from '../../../answers/say-step.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { usePlaceNames } from '../../../answers/usePlaceNames.ts';
import styles from './AnswerSheet.module.css';

interface AnswerSheetProps {
  readonly definition: ProcedureDefinition;
  readonly answers: Answers;
  /** Civil date on which the interview was finished: conditions are read as they stood then. */
  readonly day: string;
}

/** The answers in the form's own order under its own steps; what was not asked is not here. Consents have their own list. */
export function AnswerSheet({ definition, answers, day }: AnswerSheetProps) {
  const t = useAnswerWords(definition);
  const places = usePlaceNames();
  const said = sayAnswers(evaluate(definition, answers, { today: day }), t, places);
  const steps = answersInOrder(definition, answers, day).filter(({ step }) => step.kind !== 'consent');
  return (
    <div className={styles.answers}>
      {steps.map((step) => (
        <section key={step.key} aria-labelledby={`step-${step.key}`}>
          <h2 id={`step-${step.key}`}>{sayStep(step, t)}</h2>
          <dl>
            {step.rows.map(({ question, value }) => (
              <div key={question.id} data-missing={value === undefined}>
                <dt>{t(questionKey(question, 'label'), said(question.id))}</dt>
                <dd>{formatAnswer(question, value, t, places)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
