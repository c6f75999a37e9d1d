import type { SupplementItem } from '../../../contract/operations/supplements.ts';
import { contactLines, frame, line, personLines, signer } from './parts.ts';
import type { Sheet } from './sheet.ts';
import type { Say, Subject } from './subject.ts';

/** One request for a supplement, as the officer made it. */
export interface SupplementFacts {
  readonly reason: string;
  readonly items: readonly SupplementItem[];
  readonly byName: string;
  /** Name of the paper or question that an item asks for. */
  readonly nameOf: (item: SupplementItem) => string;
}

/** "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" (Circular 03/2025): what is missing, how many of which kind, and why. */
export function supplementSheets(
  subject: Subject,
  request: SupplementFacts,
  issued: { readonly at: Date; readonly number: string },
  say: Say,
): readonly Sheet[] {
  const column = (name: string) => say(`supplement.columns.${name}`);
  const count = (n: number | undefined) => (n === undefined || n === 0 ? '' : String(n));
  return [
    {
      ...frame('supplement', subject, say, issued),
      blocks: [
        ...personLines(subject, say, say('supplement.from')),
        { kind: 'paragraph', text: say('supplement.asks') },
        {
          kind: 'table',
          columns: [
            { head: column('number'), part: 1, centred: true },
            { head: column('paper'), part: 8 },
            { head: column('original'), part: 2, centred: true },
            { head: column('certified'), part: 2, centred: true },
            { head: column('photocopy'), part: 2, centred: true },
          ],
          rows: request.items.map((item, index) => [
            String(index + 1),
            itemText(item, request.nameOf(item), say),
            count(item.copies?.original),
            count(item.copies?.certified),
            count(item.copies?.photocopy),
          ]),
        },
        line(say('supplement.reason'), request.reason),
        ...contactLines(request.byName, say),
      ],
      signers: [signer('guide', say, request.byName)],
    },
  ];
}

function itemText(item: SupplementItem, name: string, say: Say): string {
  const what = item.what === 'question' ? say('supplement.answer', { name }) : name;
  return item.note === '' ? what : say('supplement.item', { name: what, note: item.note });
}
