import { findAsked } from '../../../domain/answers/asked-question.ts';
import { questionKey } from '../../../domain/answers/format-answer.ts';
import type { KnownVersion } from '../../procedures.ts';
import type { PublicDossierRow } from '../../storage/rows.ts';
import type { Texts } from '../../texts.ts';
import { type Fragment, html } from './html.ts';
import { procedureWordsOf, type Words } from './words.ts';

const COPIES = ['original', 'certified', 'photocopy'] as const;

/** What the office asks for, in the procedure's own names, with the officer's note and how many copies of each kind. */
export function presentMissing(
  { reason, items }: NonNullable<PublicDossierRow['request']>,
  procedure: Pick<KnownVersion, 'definition' | 'texts'> | undefined,
  words: Words,
  texts: Texts,
): Fragment {
  const say = procedureWordsOf(texts, words.language, procedure?.texts ?? {});
  const nameOf = ({ what, id }: (typeof items)[number]) => {
    if (what === 'document') return say(`documents.${id}.name`);
    const asked = procedure && findAsked(procedure.definition, id);
    if (asked === undefined) return undefined;
    const label = say(questionKey(asked.question, 'label'));
    if (label === undefined || asked.repetition === undefined) return label;
    return html`${label} (${say(`steps.${asked.step.id}.title`)} ${asked.repetition})`;
  };
  return html`<dt>${words.citizen('found.reason')}</dt><dd lang="vi">${reason}</dd>
<dt>${words.citizen('found.missing')}</dt>
<dd><ul>${items.map((item) => {
    const counts = COPIES.flatMap((kind) => {
      const count = item.copies?.[kind] ?? 0;
      return count === 0 ? [] : [words.citizen(`found.copies.${kind}`, { count })];
    });
    return html`<li>${nameOf(item) ?? item.id}${counts.length === 0 ? undefined : ` (${counts.join(', ')})`}${
      item.note === '' ? undefined : html`<br><span lang="vi">${item.note}</span>`
    }</li>`;
  })}</ul></dd>`;
}
