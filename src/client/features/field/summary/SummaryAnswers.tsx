import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { answersInOrder } from '../../../answers/answers-in-order.ts';
import { formatAnswer, questionKey } from '../../../answers/format-answer.ts';
import { sayAnswers } from '../../../answers/said-answers.ts';
import { sayStep } from '../../../answers/say-step.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { Summary } from '../../../storage/model.ts';
import { dayOfRules } from '../common/evaluate-draft.ts';
import { usePlaceNames } from '../common/usePlaceNames.ts';
import styles from './Summary.module.css';

interface SummaryAnswersProps {
  readonly summary: Summary;
  readonly definition: ProcedureDefinition;
}

/** The answers as they were sealed, in the order they were asked. */
export function SummaryAnswers({ summary, definition }: SummaryAnswersProps) {
  const words = useAnswerWords(definition);
  const places = usePlaceNames();
  const { answers, finishedAt } = summary.submission;
  const today = dayOfRules(summary, civilDate(finishedAt));
  const said = sayAnswers(evaluate(definition, answers, { today }), words, places);
  return answersInOrder(definition, answers, today).map((step) => {
    const answered = step.rows.filter(({ value }) => value !== undefined);
    return (
      answered.length > 0 && (
        <section key={step.key} className={styles.part}>
          <h2>{sayStep(step, words)}</h2>
          <dl className={styles.lines}>
            {answered.map(({ question, value }) => (
              <div key={question.id}>
                <dt>{words(questionKey(question, 'label'), said(question.id))}</dt>
                <dd>{formatAnswer(question, value, words, places)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )
    );
  });
}
