import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lintDeclaration } from '../../../src/authoring/lint/lint-declaration.ts';
import { sayFindings } from '../../../src/authoring/lint/say-findings.ts';
import { exportXlsForm } from '../../../src/authoring/xlsform/export/export-form.ts';
import { importXlsForm } from '../../../src/authoring/xlsform/import/import-form.ts';
import { idsInBlocks } from '../../../src/authoring/xlsform/import/own-blocks.ts';
import { writeWorkbook } from '../../../src/authoring/xlsform/write-workbook.ts';
import type { Answers, AnswerValue } from '../../../src/domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../src/domain/procedure/definition.ts';
import { answersSchemaFor, evaluate, parseDefinition } from '../../../src/domain/procedure/run.ts';
import { procedures } from '../../../src/procedures/catalogue.ts';
import { expandBlocks } from '../../../src/procedures/expand-blocks.ts';
import { readSharedTexts, readTexts } from '../../support/authoring/shared-texts.ts';
import { always } from '../always.ts';
import { anyAnswers } from '../domain/procedure/any-answers.ts';

/*
 * Our declarations, written as spreadsheets and read back: the same is asked, for whatever answers a spreadsheet can hold.
 * It has no papers with alternatives, no "I don't know", and no dates known in part.
 */

/** For each of some two dozen declarations. */
const RUNS = 60;
const context = { today: '2026-11-28' };
const shared = readSharedTexts();

const newest = procedures.filter(
  ({ id, version }) => !procedures.some((one) => one.id === id && one.version > version),
);

/** What a spreadsheet can hold of these answers. */
function sayable(definition: ProcedureDefinition, answers: Answers): Answers {
  const schema = answersSchemaFor(definition);
  const papers = definition.steps.flatMap(({ questions }) =>
    questions.filter(({ type }) => type === 'document').map(({ id }) => id),
  );
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([key, value]) =>
        !papers.includes(key) && canBeHeld(value) && schema.safeParse({ [key]: value }).success,
    ),
  );
}

function canBeHeld(value: AnswerValue): boolean {
  if (typeof value === 'string') return value === value.trim();
  if (typeof value !== 'object' || Array.isArray(value)) return true;
  return !('unknown' in value) && !('year' in value && value.day === undefined);
}

/** Papers become photos, and every form gets the blocks: neither says anything about what a condition means. */
function beside(definition: ProcedureDefinition): ReadonlySet<string> {
  const own = definition.steps.flatMap((step) => step.questions);
  return new Set([
    ...own.filter(({ type }) => type === 'document').map(({ id }) => id),
    ...idsInBlocks.filter((id) => !own.some((one) => one.id === id)),
  ]);
}

/** What is asked, with the answers that are offered, or else whether one is required. */
function asked(definition: ProcedureDefinition, answers: Answers, without: ReadonlySet<string>) {
  const questions = evaluate(definition, answers, context).steps.flatMap((step) => step.questions);
  return questions
    .filter(({ question }) => !without.has(question.id))
    .map(({ question, offered, required }) => `${question.id}: ${offered?.join(' ') ?? required}`)
    .sort();
}

describe.each(newest.map((procedure) => [procedure.id, procedure] as const))('%s', (id, procedure) => {
  const texts = { vi: readTexts('vi', id), en: readTexts('en', id) };
  const without = beside(procedure);
  let back: ProcedureDefinition;

  beforeAll(async () => {
    const { sheets } = exportXlsForm(procedure, texts, shared);
    const imported = await importXlsForm(await writeWorkbook(sheets), { fileName: `${id}.xlsx` });
    if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.fault));
    expect(imported.report.filter(({ severity }) => severity === 'error')).toEqual([]);
    const findings = lintDeclaration(imported.declaration, { texts: imported.texts, shared });
    expect(sayFindings(findings, 'en')).toEqual([]);
    const parsed = parseDefinition(expandBlocks(imported.declaration));
    if (parsed.kind === 'invalid') throw new Error(parsed.faults.join('; '));
    back = parsed.definition;
  });

  it('asks, requires and offers the same after the way through a spreadsheet', () => {
    always(
      fc.property(anyAnswers(procedure), (any) => {
        const answers = sayable(procedure, any);
        expect(asked(back, answers, without)).toEqual(asked(procedure, answers, without));
      }),
      RUNS,
    );
  });
});
