import type { SupplementItem } from '../../../../contract/operations/supplements.ts';
import { sayAsked } from '../../../../domain/answers/asked-question.ts';
import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { sayAnswers } from '../../../answers/said-answers.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { usePlaceNames } from '../../../answers/usePlaceNames.ts';
import { useText } from '../../../i18n/useText.ts';
import styles from './Supplements.module.css';

const COPIES = ['original', 'certified', 'photocopy'] as const;

/** The papers and answers that a request names, each with what the officer wrote of it. */
export function SupplementAsked({
  items,
  definition,
  answers,
  day,
}: {
  readonly items: readonly SupplementItem[];
  readonly definition: ProcedureDefinition;
  /** As they are now, for questions that name them. */
  readonly answers: Answers;
  /** On which the dossier was filed: it was asked what was asked on that day. */
  readonly day: string;
}) {
  const t = useText('office-acts');
  const words = useAnswerWords(definition);
  const said = sayAnswers(evaluate(definition, answers, { today: day }), words, usePlaceNames());
  const nameOf = ({ what, id }: SupplementItem) =>
    what === 'document' ? words(`documents.${id}.name`) : (sayAsked(definition, id, words, said(id)) ?? id);
  return (
    <ul className={styles.asked}>
      {items.map((item) => {
        const copies = COPIES.flatMap((kind) => {
          const count = item.copies?.[kind] ?? 0;
          return count === 0 ? [] : [`${t(`items.copies.${kind}`)}: ${count}`];
        });
        return (
          <li key={`${item.what} ${item.id}`}>
            <b>{nameOf(item)}</b>
            {item.note !== '' && <> · {item.note}</>}
            {copies.length > 0 && <span className={styles.soft}> ({copies.join(', ')})</span>}
          </li>
        );
      })}
    </ul>
  );
}
