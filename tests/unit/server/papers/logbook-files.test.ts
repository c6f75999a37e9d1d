import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { writeCsv } from '../../../../src/server/papers/logbook/write-csv.ts';
import { writeXlsx } from '../../../../src/server/papers/logbook/write-xlsx.ts';

const HEADS = ['STT', 'Tên cá nhân, tổ chức', 'Số điện thoại'];
const WORKBOOK = { sheet: 'Sổ theo dõi hồ sơ', widths: [8, 30, 20] };
const LINES = 100_000;

async function* rows(...lines: readonly (readonly string[])[]) {
  yield HEADS;
  yield* lines;
}

/** A long book, and how much of it has been asked for. */
function longBook() {
  const asked = { rows: 0 };
  async function* read() {
    for (let number = 1; number <= LINES; number += 1) {
      asked.rows += 1;
      yield [`${number}/2026`, 'Phạm Nguyễn Thị Quỳnh Hương', '0912345678'];
    }
  }
  return { asked, read };
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

it('writes a workbook that another program reads, every cell as the text it was', async () => {
  const odd = ['1/2026', 'Lò Thị "Mẫu" <&> \u0007Hạnh', '=1+1'];
  const file = await whole(writeXlsx(rows(odd, ['2/2026', 'Vi Văn Sơn', '0912345678']), WORKBOOK));
  const table = Buffer.from(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  // Bold heads, and text in every cell: style 1 and 0 of the workbook.
  expect(table.match(/<c r="[A-C]\d" s="\d" t="inlineStr">/g)).toEqual(
    ['A1', 'B1', 'C1', 'A2', 'B2', 'C2', 'A3', 'B3', 'C3'].map(
      (cell) => `<c r="${cell}" s="${cell.endsWith('1') ? 1 : 0}" t="inlineStr">`,
    ),
  );
  const [sheet] = await readXlsxFile(file);
  expect(sheet).toMatchObject({
    sheet: 'Sổ theo dõi hồ sơ',
    data: [HEADS, ['1/2026', 'Lò Thị "Mẫu" <&> Hạnh', '=1+1'], ['2/2026', 'Vi Văn Sơn', '0912345678']],
  });
});

it('writes CSV that Excel reads as UTF-8 and that runs no formula', async () => {
  let csv = '';
  for await (const chunk of writeCsv(
    rows(['1/2026', 'Lò "Mẫu", Hạnh', '=HYPERLINK("x")'], ['2', '@a', '-1']),
  ))
    csv += chunk;
  expect(csv).toBe(
    '\uFEFF"STT","Tên cá nhân, tổ chức","Số điện thoại"\r\n' +
      '"1/2026","Lò ""Mẫu"", Hạnh","\'=HYPERLINK(""x"")"\r\n' +
      '"2","\'@a","\'-1"\r\n',
  );
});

it('asks for the lines of a long book as its file is taken, and writes all of them', async () => {
  const { asked, read } = longBook();
  const stream = writeXlsx(read(), WORKBOOK);
  const first = await stream.next();
  expect(first.done).toBe(false);
  // The first bytes leave long before the last line is read.
  expect(asked.rows).toBeLessThan(LINES / 10);
  const rest = await whole(stream);
  expect(asked.rows).toBe(LINES);
  const file = Buffer.concat([first.value ?? new Uint8Array(), rest]);
  const sheet = Buffer.from(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
  expect(sheet.match(/<row /g)).toHaveLength(LINES);
  expect(sheet).toContain(`r="A${LINES}"`);
});
