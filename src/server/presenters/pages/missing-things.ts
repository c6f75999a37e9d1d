import type { KnownVersion } from '../../procedures.ts';
import type { PublicDossierRow } from '../../storage/rows.ts';
import type { Texts } from '../../texts.ts';
import { type Fragment, html } from './html.ts';
import { procedureWordsOf, type Words } from './words.ts';

const COPIES = ['original', 'certified', 'photocopy'] as const;

/** What the office asks for, in the procedure's own names, with the officer's note and how many copies of each kind. */
export function presentMissing(
  { reason, items }: NonNullable<PublicDossierRow['request']>,
  procedure: KnownVersion | undefined,
  words: Words,
  texts: Texts,
): Fragment {
  const say = procedureWordsOf(texts, words.language, procedure?.texts ?? {});
  const nameOf = ({ what, id }: (typeof items)[number]) =>
    what === 'document' ? say(`documents.${id}.name`) : say(`questions.${questionOf(id)}.label`);
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

/** The question of an answer's key: of `member.name.2`, the second time, it is `member.name`. */
function questionOf(id: string): string {
  return id.replace(/\.\d+$/, '');
}
