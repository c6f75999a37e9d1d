import type { SupplementChange } from '../../../../contract/operations/supplements.ts';
import { findAsked, sayAsked } from '../../../../domain/answers/asked-question.ts';
import type { Answers, AnswerValue } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { formatAnswer } from '../../../answers/format-answer.ts';
import { sayAnswers } from '../../../answers/said-answers.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { usePlaceNames } from '../../../answers/usePlaceNames.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { useNow } from '../common/useNow.ts';
import styles from './Supplements.module.css';

/** Before and now, answer by answer; what nobody had asked for says so. */
export function SupplementChanges({
  changes,
  definition,
  answers,
}: {
  readonly changes: readonly SupplementChange[];
  readonly definition: ProcedureDefinition;
  /** As they are now, for sentences that name them. */
  readonly answers: Answers;
}) {
  const t = useText('office-supplements');
  const words = useAnswerWords(definition);
  const places = usePlaceNames();
  const now = useNow();
  const said = sayAnswers(evaluate(definition, answers, { today: civilDate(now) }), words, places);
  const say = (question: Question, value: AnswerValue | null) =>
    value === null ? t('change.none') : formatAnswer(question, value, words, places);
  if (changes.length === 0) return <p>{t('nothing')}</p>;
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{t('change.what')}</th>
          <th scope="col">{t('change.before')}</th>
          <th scope="col">{t('change.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ id, before, after, asked }) => {
          const question = findAsked(definition, id)?.question;
          if (question === undefined) return null;
          return (
            <tr key={id}>
              <th scope="row">
                {sayAsked(definition, id, words, said(id))}
                {!asked && <small>{t('change.notAsked')}</small>}
              </th>
              <td>{say(question, before)}</td>
              <td>
                <ins>{say(question, after)}</ins>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
