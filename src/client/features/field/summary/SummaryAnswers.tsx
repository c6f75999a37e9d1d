import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { answersInOrder } from '../../../answers/answers-in-order.ts';
import { formatAnswer, questionKey } from '../../../answers/format-answer.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { Summary } from '../../../storage/model.ts';
import { usePlaceNames } from '../common/usePlaceNames.ts';
import styles from './Summary.module.css';

interface SummaryAnswersProps {
  readonly summary: Summary;
  readonly definition: ProcedureDefinition;
}

/** The answers as they were sealed, in the order they were asked. */
export function SummaryAnswers({ summary, definition }: SummaryAnswersProps) {
  const words = useAnswerWords(definition.id);
  const places = usePlaceNames();
  const { answers, finishedAt } = summary.submission;
  return answersInOrder(definition, answers, civilDate(finishedAt)).map(({ step, rows }) => {
    const answered = rows.filter(({ value }) => value !== undefined);
    return (
      answered.length > 0 && (
        <section key={step.id} className={styles.part}>
          <h2>{words(`steps.${step.id}.title`)}</h2>
          <dl className={styles.lines}>
            {answered.map(({ question, value }) => (
              <div key={question.id}>
                <dt>{words(questionKey(question, 'label'))}</dt>
                <dd>{formatAnswer(question, value, words, places)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )
    );
  });
}
