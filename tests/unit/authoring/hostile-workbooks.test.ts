import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FormFault, importXlsForm } from '../../../src/authoring/xlsform/import/import-form.ts';
import { sayFault } from '../../../src/authoring/xlsform/say-report.ts';
import { LIMITS } from '../../../src/authoring/xlsform/workbook/workbook.ts';
import { makeForm } from '../../support/authoring/make-form.ts';
import { rawRow, rawWorkbook } from '../../support/authoring/raw-workbook.ts';

const heading = rawRow(1, 'type', 'name', 'label', 'relevant', 'calculation', 'constraint');
const good = rawWorkbook({ survey: heading + rawRow(2, 'text', 'ten', 'Họ tên?') });

/** Nothing may take longer than this on a slow machine that does other things as well. */
const PATIENCE = 5000;

async function refusal(bytes: Uint8Array): Promise<FormFault> {
  const begun = performance.now();
  const imported = await importXlsForm(bytes, { fileName: 'x.xlsx' });
  expect(performance.now() - begun).toBeLessThan(PATIENCE);
  if (imported.kind !== 'refused') throw new Error('it was taken');
  for (const language of ['vi', 'en'] as const)
    expect(sayFault(imported.fault, language)).toMatch(/^\p{Lu}[^{]+\.$/u);
  return imported.fault;
}

/** The good workbook with one of its bytes changed. */
function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  changed[at] = value;
  return changed;
}

/** Where the archive's directory begins. */
function directoryOf(bytes: Uint8Array): number {
  return bytes.findIndex((_, at) => [0x50, 0x4b, 1, 2].every((byte, index) => bytes[at + index] === byte));
}

describe('files that are no workbook', () => {
  it.each([
    ['nothing', new Uint8Array(), 'not-a-workbook'],
    ['a text', strToU8('type,name,label'), 'not-a-workbook'],
    ['an old spreadsheet', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'old-workbook'],
    ['an archive cut in the middle', good.slice(0, good.length / 2), 'broken-file'],
    ['an archive of something else', zipSync({ 'readme.txt': strToU8('hello') }), 'broken-file'],
    [
      'an archive whose directory lies about a size',
      withByte(good, directoryOf(good) + 24, 7),
      'broken-file',
    ],
    ['a signature and nothing behind it', strToU8('PK\u0003\u0004'), 'broken-file'],
  ])('%s', async (_, bytes, kind) => {
    expect(await refusal(bytes)).toMatchObject({ kind });
  });

  it('one that is larger than any form', async () => {
    expect(await refusal(new Uint8Array(LIMITS.file + 1))).toEqual({
      kind: 'file-too-large',
      most: LIMITS.file,
    });
  });

  it('one that unpacks to more than any form, by its own directory', async () => {
    const bomb = rawWorkbook({ survey: heading }, { 'xl/big.xml': ' '.repeat(LIMITS.unpacked + 1) });
    expect(bomb.length).toBeLessThan(LIMITS.file);
    expect(await refusal(bomb)).toMatchObject({ kind: 'unpacks-too-large' });
  });

  it('one of thousands of files', async () => {
    const files = Array.from({ length: LIMITS.files + 1 }, (_, at) => [`xl/${at}.xml`, ' '] as const);
    expect(await refusal(rawWorkbook({ survey: heading }, Object.fromEntries(files)))).toMatchObject({
      kind: 'too-many-files',
    });
  });
});

describe('sheets that would fill the memory', () => {
  it.each([
    [
      'a row far below',
      `<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row>`,
      'too-many-rows',
    ],
    [
      'a row that only its cell names',
      `<row><c r="A999999999" t="inlineStr"><is><t>x</t></is></c></row>`,
      'too-many-rows',
    ],
    [
      'a column far to the right',
      `<row r="2"><c r="XFD2" t="inlineStr"><is><t>x</t></is></c></row>`,
      'too-many-columns',
    ],
    ['a row number in disguise', `<row r="&#49;00000000"></row>`, 'broken-file'],
    ['a quote that hides the number', `<row spans=">" r="99999999"></row>`, 'broken-file'],
    ['a cell in the wrong order', rawRow(3, 'text', 'x') + rawRow(2, 'text', 'y'), 'broken-file'],
    ['a tag that never ends', '<row r="2"><c r="A2"', 'broken-file'],
    ['a text that is nowhere', '<row r="2"><c r="A2" t="s"><v>17</v></c></row>', 'broken-file'],
  ])('%s', async (_, rows, kind) => {
    expect(await refusal(rawWorkbook({ survey: heading + rows }))).toMatchObject({ kind });
  });

  it('a cell longer than spreadsheets allow', async () => {
    const long = rawRow(2, 'text', 'ten', 'x'.repeat(LIMITS.cell + 1));
    expect(await refusal(rawWorkbook({ survey: heading + long }))).toEqual({
      kind: 'cell-too-long',
      sheet: 'survey',
      cell: 'C2',
      most: LIMITS.cell,
    });
  });

  it('more questions than anybody answers', async () => {
    const rows = Array.from({ length: 2001 }, (_, at) => rawRow(at + 2, 'text', `q${at}`, 'x'));
    expect(await refusal(rawWorkbook({ survey: heading + rows.join('') }))).toMatchObject({
      kind: 'too-many-questions',
    });
  });
});

describe('workbooks that are no form', () => {
  it.each([
    ['no survey', { choices: heading }, 'no-survey'],
    ['an empty survey', { survey: '' }, 'no-type-column'],
    ['a survey without types', { survey: rawRow(1, 'name', 'label') }, 'no-type-column'],
    [
      'a survey that asks nothing',
      { survey: heading + rawRow(2, 'begin group', 'g') + rawRow(3, 'end group') },
      'nothing-asked',
    ],
  ])('%s', async (_, sheets, kind) => {
    expect(await refusal(rawWorkbook(sheets))).toEqual({ kind });
  });
});

describe('forms that turn in circles', () => {
  it.each([
    ['a question that shows itself', [['text', 'a', '', `\${a} = 1`]], 'a → a'],
    [
      'two that show each other',
      [
        ['text', 'a', '', `\${b} = 1`],
        ['text', 'b', '', `\${a} = 1`],
      ],
      'a → b → a',
    ],
    [
      'three that are calculated from each other',
      [
        ['calculate', 'a', '', '', `\${b} + 1`],
        ['calculate', 'b', '', '', `\${c} + 1`],
        ['calculate', 'c', '', '', `\${a} + 1`],
      ],
      'a → b → c → a',
    ],
    [
      'a group shown by what stands in it',
      [['begin group', 'g', 'G', `\${in} = 1`], ['text', 'in', 'In?'], ['end group']],
      'in → in',
    ],
  ])('%s', async (_, rows, names) => {
    const bytes = rawWorkbook({ survey: heading + rows.map((row, at) => rawRow(at + 2, ...row)).join('') });
    expect(await refusal(bytes)).toEqual({ kind: 'circular', names });
  });

  it('a chain of two thousand is no circle, and is walked without losing breath', async () => {
    const rows = Array.from({ length: 1999 }, (_, at) =>
      rawRow(at + 2, 'calculate', `c${at}`, '', '', at === 0 ? '1' : `\${c${at - 1}} + 1`),
    );
    const bytes = rawWorkbook({ survey: heading + rows.join('') + rawRow(2001, 'text', 'ten', 'Tên?') });
    expect((await importXlsForm(bytes, { fileName: 'x.xlsx' })).kind).toBe('imported');
  });
});

describe('forms that are read with care', () => {
  it('takes what a spreadsheet formula last came to, and names one that was never calculated', async () => {
    const rows =
      '<row r="2"><c r="A2" t="str"><f>CONCATENATE("te","xt")</f><v>text</v></c><c r="B2" t="inlineStr"><is><t>ten</t></is></c>' +
      '<c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t>Họ </t></r><r><t>tên?</t></r></is></c><c r="D2"><f>1+1</f></c></row>';
    const imported = await importXlsForm(rawWorkbook({ survey: heading + rows }), { fileName: 'x.xlsx' });
    expect(imported).toMatchObject({
      texts: { vi: { questions: { ten: { label: 'Họ tên?' } } } },
      report: [
        { severity: 'warning', row: 2, code: 'formula-cell' },
        { severity: 'error', row: 2, code: 'formula-cell-empty', params: { cell: 'D2' } },
      ],
    });
  });

  it('has no trouble with names that every object has', async () => {
    const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
    const rows = names.map((name, at) =>
      rawRow(at + 2, `select_one ${name}`, name, name, `\${${name}x} = 1`),
    );
    const choices =
      rawRow(1, 'list_name', 'name', 'label') +
      names.map((name, at) => rawRow(at + 2, name, 'yes', name)).join('');
    const imported = await importXlsForm(rawWorkbook({ survey: heading + rows.join(''), choices }), {
      fileName: 'constructor.xlsx',
    });
    if (imported.kind !== 'imported') throw new Error(JSON.stringify(imported));
    const ids = JSON.stringify(imported.declaration);
    for (const id of ['"proto"', '"qConstructor"', '"qPrototype"', '"qToString"', '"qHasOwnProperty"'])
      expect(ids).toContain(id);
    expect(Object.getPrototypeOf(imported.texts.vi)).toBe(Object.prototype);
    expect(Reflect.get({}, 'label')).toBeUndefined();
    expect(imported.report.filter(({ code }) => code === 'expression-unknown-question')).toHaveLength(5);
  });

  it('gives up on an expression that goes too deep, too long or nowhere, and says so', async () => {
    const rows = [
      ['text', 'a', 'A', `${'('.repeat(5000)}1${')'.repeat(2500)}`],
      ['text', 'b', 'B', `${'not('.repeat(1000)}1${')'.repeat(1000)}`],
      ['text', 'c', 'C', `1${' + 1'.repeat(1900)}`],
      ['text', 'd', 'D', '-'.repeat(7000)],
      ['text', 'e', 'E', 'x'.repeat(9000)],
      ['text', 'f', 'F', `${"'a' = ".repeat(1000)}'a'`],
    ].map((row, at) => rawRow(at + 2, ...row));
    const begun = performance.now();
    const imported = await importXlsForm(rawWorkbook({ survey: heading + rows.join('') }), {
      fileName: 'x.xlsx',
    });
    expect(performance.now() - begun).toBeLessThan(PATIENCE);
    expect(imported.kind === 'imported' ? imported.report.map(({ code }) => code) : []).toEqual([
      'expression-too-deep',
      'expression-too-deep',
      'expression-too-deep',
      'expression-too-deep',
      'expression-too-long',
      'expression-too-deep',
    ]);
  });

  it('matches a pattern that explodes elsewhere in time that nobody notices', async () => {
    const rows = rawRow(2, 'text', 'a', 'A', '', '', "regex(., '(a+)+$')");
    const imported = await importXlsForm(rawWorkbook({ survey: heading + rows }), { fileName: 'x.xlsx' });
    expect(imported).toMatchObject({ kind: 'imported', report: [] });
  });

  it('stops at groups nested deeper than anybody writes, and names where', async () => {
    const begins = Array.from({ length: 100 }, (_, at) => rawRow(at + 2, 'begin group', `g${at}`, 'G'));
    const ends = Array.from({ length: 100 }, (_, at) => rawRow(at + 103, 'end group'));
    const survey =
      heading +
      begins.join('') +
      rawRow(102, 'text', 'deep', 'Sâu?') +
      ends.join('') +
      rawRow(203, 'text', 'ten', 'Tên?');
    const imported = await importXlsForm(rawWorkbook({ survey }), { fileName: 'x.xlsx' });
    expect(imported).toMatchObject({
      kind: 'imported',
      report: [
        { code: 'repeat-in-repeat', row: 32 },
        { code: 'type-not-supported', row: 102 },
      ],
    });
  });

  it('offers everything where filters would make a mountain of conditions', async () => {
    const filter = Array.from({ length: 200 }, () => `name = 'c1' or`).join(' ');
    const survey =
      rawRow(1, 'type', 'name', 'label', 'choice_filter') +
      rawRow(2, 'text', 'ten', 'Tên?') +
      rawRow(3, 'select_one l', 'a', 'A', `${filter} 1 = 1`);
    const choices =
      rawRow(1, 'list_name', 'name') +
      Array.from({ length: 3000 }, (_, at) => rawRow(at + 2, 'l', `c${at}`)).join('');
    const begun = performance.now();
    const imported = await importXlsForm(rawWorkbook({ survey, choices }), { fileName: 'x.xlsx' });
    expect(performance.now() - begun).toBeLessThan(PATIENCE);
    expect(imported).toMatchObject({ kind: 'imported', report: [{ row: 3, code: 'filter-too-large' }] });
  });

  it('keeps an id that would leave the folder out', async () => {
    const bytes = await makeForm({
      survey: '| type | name | label\n| text | ten | Tên?',
      settings: '| form_id\n| ../../etc/passwd',
    });
    expect(await importXlsForm(bytes, { fileName: 'x.xlsx' })).toMatchObject({
      declaration: { id: 'etc-passwd' },
    });
    expect(await importXlsForm(bytes, { fileName: 'x.xlsx', id: '../x' })).toMatchObject({ kind: 'refused' });
  });
});
