import { describe, expect, it } from 'vitest';
import { drawTable } from '../../../../src/server/papers/draw/draw-table.ts';
import { collect, MARGIN, openDocument, PAGE } from '../../../../src/server/papers/draw/paper-document.ts';
import { hasPoppler, pdfText } from '../../../support/pdf/poppler.ts';

const at = new Date('2026-11-27T03:00:00Z');
/** As long as an officer may write. */
const long = Array.from({ length: 400 }, (_, n) => `chữ${n}`)
  .join(' ')
  .slice(0, 2000);

/** Pages and end of a table whose last column is narrow, and where its rules end; `above` is how much stands over it. */
async function draw(notes: readonly string[], above = 0) {
  const doc = openDocument('t', 'vi', at);
  doc.y += above;
  let lowest = 0;
  const { rect } = doc;
  doc.rect = (left: number, top: number, width: number, height: number) => {
    lowest = Math.max(lowest, top + height);
    return rect.call(doc, left, top, width, height);
  };
  drawTable(doc, {
    kind: 'table',
    columns: [
      { head: 'Tên cơ quan', part: 12 },
      { head: 'Ghi chú', part: 3 },
    ],
    rows: notes.map((note, index) => [`Dòng ${index}`, note]),
  });
  const pages = doc.bufferedPageRange().count;
  return { pages, lowest, bytes: Buffer.from(await collect(doc)) };
}

describe('a table', () => {
  it('goes on over pages where one cell is longer than a page, with its rules and its head', async () => {
    const { pages, lowest, bytes } = await draw(['ngắn', long, 'sau']);
    expect(lowest).toBeLessThanOrEqual(PAGE.height - MARGIN.bottom);
    expect(pages).toBe(4);
    if (!hasPoppler) return;
    const said = pdfText(bytes).replaceAll(/\s+/g, ' ');
    expect(said.match(/Tên cơ quan/g)).toHaveLength(pages);
    expect(said.match(/chữ\d+/g)).toEqual(long.match(/chữ\d+/g));
    expect(said).toContain('Dòng 2');
  });

  it.skipIf(!hasPoppler)('leaves no head alone at the foot of a page', async () => {
    const { pages, bytes } = await draw([long.slice(0, 600)], PAGE.height / 2);
    expect(pages).toBe(2);
    expect(pdfText(bytes).match(/Tên cơ quan/g)).toHaveLength(1);
  });

  it('cuts a word that fills more than a page rather than running over the foot', async () => {
    const { lowest } = await draw(['x'.repeat(2000)]);
    expect(lowest).toBeLessThanOrEqual(PAGE.height - MARGIN.bottom);
  });
});
