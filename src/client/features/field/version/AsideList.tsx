import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { questionKey } from '../../../answers/format-answer.ts';
import { type Text, useText } from '../../../i18n/useText.ts';
import styles from './Version.module.css';

interface AsideListProps {
  /** Keys of the answers that will count for nothing in the other version. */
  readonly keys: readonly string[];
  readonly from: ProcedureDefinition;
  readonly words: { readonly from: Text; readonly to: Text };
}

/** The answers that the other version does not ask for, or asks anew: kept aside, and there again for who goes back. */
export function AsideList({ keys, from, words }: AsideListProps) {
  const t = useText('versions');
  const asked = from.steps.flatMap((step) => step.questions);
  const labels = keys.flatMap((key) => {
    const question = asked.find(({ id }) => id === key.replace(/\.\d+$/, ''));
    return question === undefined ? [] : [words.from(questionKey(question, 'label'))];
  });
  if (labels.length === 0) return null;
  return (
    <section className={styles.block}>
      <h2>{t('aside.title')}</h2>
      <p>{t('aside.what')}</p>
      <ul className={styles.list}>
        {[...new Set(labels)].map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
    </section>
  );
}
