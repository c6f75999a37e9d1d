// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names a question.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lintDeclaration } from '../../../src/authoring/lint/lint-declaration.ts';
import { importXlsForm } from '../../../src/authoring/xlsform/import/import-form.ts';
import { sayFault, sayReport } from '../../../src/authoring/xlsform/say-report.ts';
import { writeWorkbook } from '../../../src/authoring/xlsform/write-workbook.ts';
import { readSharedTexts } from '../../support/authoring/shared-texts.ts';

/* Forms that nobody would write: the words of XLSForm in any order. Whatever comes of them, it is said and can be run. */

const HEADINGS = [
  'type',
  'name',
  'label',
  'relevant',
  'constraint',
  'calculation',
  'required',
  'default',
  'choice_filter',
  'repeat_count',
  'read_only',
  'appearance',
  've_ban::type',
  've_ban::more',
];
const TYPES = [
  'text',
  'integer',
  'select_one l',
  'select_multiple l or_other',
  'note',
  'calculate',
  'begin group',
  'end group',
  'begin repeat',
  'end repeat',
  'date',
  'image',
  'today',
  'rank l',
  'range',
  '',
];
const NAMES = [
  'a',
  'b',
  'c',
  'd',
  'a b',
  'A',
  '1',
  'constructor',
  '__proto__',
  'consent.submit',
  'ộ',
  '-',
  '',
];
const CELLS = [
  '${a} = 1',
  "${b} = 'x'",
  '${c} + ${d}',
  '. > ${a}',
  'count(${d})',
  'sum(${c}) > position(..)',
  "regex(., '(')",
  'yes',
  '1',
  '{"private":true}',
  '{',
  'name',
  'consent',
  "list_name = 'l' and ${a} = name",
];

const row = fc
  .tuple(
    fc.constantFrom(...TYPES),
    fc.constantFrom(...NAMES),
    fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom(...CELLS)), {
      minLength: 12,
      maxLength: 12,
    }),
  )
  .map(([type, name, cells]) => [type, name, ...cells]);

const choices = [
  ['list_name', 'name', 'label'],
  ['l', 'x', 'X'],
  ['l', 'y.z', 'Y'],
  ['l', 'constructor', 'Z'],
];

it('imports or refuses every form, with a declaration that the linter can read', async () => {
  const shared = readSharedTexts();
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 14 }), async (rows) => {
      const bytes = await writeWorkbook([
        { name: 'survey', rows: [HEADINGS, ...rows] },
        { name: 'choices', rows: choices },
      ]);
      const imported = await importXlsForm(bytes, { fileName: 'any.xlsx' });
      if (imported.kind === 'refused') {
        // Never what only the engine finds: the author would not know what to do.
        expect(imported.fault.kind).not.toBe('not-a-declaration');
        expect(sayFault(imported.fault, 'vi')).not.toContain('{{');
        return;
      }
      for (const { message } of sayReport(imported.report, 'vi')) expect(message).not.toMatch(/\{\{|^report/);
      const codes = lintDeclaration(imported.declaration, { texts: imported.texts, shared })
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code);
      // A condition may be one that no answer fulfils, and a value one that is not offered: that is the form's own fault.
      const own = [
        'question-unreachable',
        'step-unreachable',
        'option-never-offered',
        'rule-about-nothing',
        'value-not-offered',
        'value-not-offered-near',
      ];
      expect(codes.filter((code) => !own.includes(code))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
