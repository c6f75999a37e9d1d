import type { SupplementItem } from '../../../../contract/operations/supplements.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { questionOf } from '../../../../domain/procedure/repeats.ts';
import { questionKey } from '../../../answers/format-answer.ts';
import { useAnswerWords } from '../../../answers/useAnswerWords.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './Work.module.css';

const COPIES = ['original', 'certified', 'photocopy'] as const;

/** What the office asks for, each with what the officer said of it: answers to mend, papers to bring. */
export function AskedItems({
  items,
  definition,
}: {
  readonly items: readonly SupplementItem[];
  readonly definition: ProcedureDefinition;
}) {
  const t = useText('supplement');
  const words = useAnswerWords(definition);
  const nameOf = ({ what, id }: SupplementItem) => {
    if (what === 'document') return words(`documents.${id}.name`);
    const question = definition.steps
      .flatMap((step) => step.questions)
      .find((one) => one.id === id || one.id === questionOf(id));
    return question === undefined ? id : words(questionKey(question, 'label'));
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
