import type { ProcedureCase } from '../../../../domain/procedure/definition.ts';
import { questionKey } from '../../../answers/format-answer.ts';
import { sayFee, sayLimit } from '../../../answers/say-facts.ts';
import { type Text, useText } from '../../../i18n/useText.ts';
import { isAnythingNew, type VersionChanges } from '../../../procedures/compare-versions.ts';
import styles from './Version.module.css';

interface ChangeListsProps {
  readonly changes: VersionChanges;
  /** What was speaks in the words of its version. */
  readonly words: { readonly from: Text; readonly to: Text };
}

/** What is asked, wanted and promised otherwise, in plain words; what stays the same is not mentioned. */
export function ChangeLists({ changes, words }: ChangeListsProps) {
  const t = useText('versions');
  const answers = useText('answers');
  if (!isAnythingNew(changes)) return <p>{t('changes.none')}</p>;
  const { added, gone, changed, papers, cases, goneCases } = changes;
  const sayCase = ({ limit, fee }: ProcedureCase) =>
    `${sayLimit(limit, answers)} · ${sayFee(fee, undefined, answers)}`;
  return (
    <>
      <List title={t('changes.added')} lines={added.map((one) => words.to(questionKey(one, 'label')))} />
      <List title={t('changes.changed')} lines={changed.map((one) => words.to(questionKey(one, 'label')))} />
      <List title={t('changes.gone')} lines={gone.map((one) => words.from(questionKey(one, 'label')))} />
      <List
        title={t('changes.papersAdded')}
        lines={papers.added.map(({ id }) => words.to(`documents.${id}.name`))}
      />
      <List
        title={t('changes.papersChanged')}
        lines={papers.changed.map(({ id }) => words.to(`documents.${id}.name`))}
      />
      <List
        title={t('changes.papersGone')}
        lines={papers.gone.map(({ id }) => words.from(`documents.${id}.name`))}
      />
      <List
        title={t('changes.cases')}
        lines={[
          ...cases.map(({ before, after }) =>
            before === undefined
              ? `${words.to(`cases.${after.id}`)}: ${sayCase(after)}`
              : t('changes.case', {
                  name: words.to(`cases.${after.id}`),
                  before: sayCase(before),
                  after: sayCase(after),
                }),
          ),
          ...goneCases.map(({ id }) => t('changes.caseGone', { name: words.from(`cases.${id}`) })),
        ]}
      />
    </>
  );
}

function List({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.block}>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
