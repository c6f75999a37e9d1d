import { lintDeclaration } from '../../../src/authoring/lint/lint-declaration.ts';
import { importXlsForm } from '../../../src/authoring/xlsform/import/import-form.ts';
import type { ReportLine } from '../../../src/authoring/xlsform/report.ts';
import type { Answers, AnswerValue } from '../../../src/domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../src/domain/procedure/definition.ts';
import { evaluate, parseDefinition } from '../../../src/domain/procedure/run.ts';
import { expandBlocks } from '../../../src/procedures/expand-blocks.ts';
import { type DrawnForm, makeForm } from './make-form.ts';
import { readSharedTexts } from './shared-texts.ts';

export const TODAY = '2026-11-28';

/** A form that was imported, as a person at the table meets it. */
export interface FilledForm {
  readonly definition: ProcedureDefinition;
  readonly report: readonly ReportLine[];
  readonly texts: Readonly<Record<string, unknown>>;
  /** What is asked or shown with these answers, without the blocks that every form gets. */
  readonly asked: (answers: Answers) => readonly string[];
  /** Questions whose constraint does not hold. */
  readonly wrong: (answers: Answers) => readonly string[];
  /** What follows from these answers, shown or kept. */
  readonly value: (id: string, answers: Answers) => AnswerValue | undefined;
  readonly offered: (id: string, answers: Answers) => readonly string[] | undefined;
  readonly proposed: (id: string, answers: Answers) => AnswerValue | undefined;
  readonly missing: (answers: Answers) => readonly string[];
}

/** Imports a form, holds it against the linter, and gives it to the engine. */
export async function fillForm(drawn: DrawnForm): Promise<FilledForm> {
  const imported = await importXlsForm(await makeForm(drawn), { fileName: 'form.xlsx' });
  if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.fault));
  const { declaration, texts, report } = imported;
  const errors = lintDeclaration(declaration, { texts, shared: readSharedTexts() }).filter(
    ({ severity }) => severity === 'error',
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const parsed = parseDefinition(expandBlocks(declaration));
  if (parsed.kind === 'invalid') throw new Error(parsed.faults.join('; '));
  const { definition } = parsed;
  const run = (answers: Answers) => evaluate(definition, answers, { today: TODAY });
  const inBlocks = (id: string) => id.startsWith('consent.') || id === 'signature.requester';
  const visible = (answers: Answers) =>
    run(answers)
      .steps.flatMap((step) => step.questions)
      .filter(({ question }) => !inBlocks(question.id));
  const find = (id: string, answers: Answers) => visible(answers).find(({ question }) => question.id === id);
  return {
    definition,
    report,
    texts,
    asked: (answers) => visible(answers).map(({ question }) => question.id),
    wrong: (answers) =>
      run(answers)
        .problems.filter(({ source, severity }) => source === 'rule' && severity === 'error')
        .map(({ question }) => question),
    value: (id, answers) => run(answers).submission[id],
    offered: (id, answers) => find(id, answers)?.offered,
    proposed: (id, answers) => find(id, answers)?.proposal,
    missing: (answers) => run(answers).missing.filter((id) => !inBlocks(id)),
  };
}

/** A full date, as a date question is answered. */
export function day(iso: string): AnswerValue {
  const [year = 0, month = 0, date = 0] = iso.split('-').map(Number);
  return { year, month, day: date };
}
