import type { SupplementWork } from '../../../../contract/operations/field-work.ts';
import type { SupplementItem } from '../../../../contract/operations/supplements.ts';
import { sayAsked } from '../../../../domain/answers/asked-question.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { sayAnswers } from '../../../answers/said-answers.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { usePlaceNames } from '../../../answers/usePlaceNames.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './Work.module.css';

const COPIES = ['original', 'certified', 'photocopy'] as const;

/** What the office asks for, each with what the officer said of it: answers to mend, papers to bring. */
export function AskedItems({
  work: { items, answers, finishedAt },
  definition,
}: {
  readonly work: SupplementWork;
  readonly definition: ProcedureDefinition;
}) {
  const t = useText('supplement');
  const words = useAnswerWords(definition);
  const places = usePlaceNames();
  // As they were asked when the dossier was filed.
  const evaluation = evaluate(definition, answers, { today: civilDate(finishedAt) });
  const said = sayAnswers(evaluation, words, places);
  const nameOf = ({ what, id }: SupplementItem) => {
    if (what === 'document') return words(`documents.${id}.name`);
    return sayAsked(definition, id, words, said(id)) ?? id;
  };
  return (
    <section className={styles.why}>
      <h2>{t('items', { count: items.length })}</h2>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={`${item.what} ${item.id}`}>
            <Icon name={item.what === 'document' ? 'camera' : 'edit'} />
            <span>
              <b>{nameOf(item)}</b>
              {item.note !== '' && <span>{item.note}</span>}
              {item.copies !== undefined && (
                <span className={styles.about}>
                  {COPIES.flatMap((kind) => {
                    const count = item.copies?.[kind] ?? 0;
                    return count === 0 ? [] : [t(`copies.${kind}`, { count })];
                  }).join(' · ')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
