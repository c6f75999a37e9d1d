import { parseDefinition } from '../../../domain/procedure/run.ts';
import { expandBlocks } from '../../../procedures/expand-blocks.ts';

/** The questions that every form gets with the blocks around it: consents before, reading back and signing after. */
export const idsInBlocks: readonly string[] = questionsInBlocks();

function questionsInBlocks(): readonly string[] {
  const parsed = parseDefinition(
    expandBlocks({
      id: 'blocks',
      version: 1,
      produces: 'dossier',
      codes: [],
      sources: ['blocks'],
      confidence: 'C',
      reviewStatus: 'draft',
      reviewedBy: null,
      reviewedOn: null,
      titleFrom: ['consent.submit'],
      roles: [],
      subject: { name: 'consent.submit' },
      cases: [{ id: 'usual', limit: { kind: 'none' }, fee: { kind: 'free' } }],
      steps: [{ block: 'consents' }, { block: 'closing' }],
      documents: [],
      filingDeadlines: [],
      results: [],
    }),
  );
  // The blocks are part of the program: where they cannot be read, nothing can.
  if (parsed.kind === 'invalid') throw new Error(parsed.faults.join('; '));
  return parsed.definition.steps.flatMap((step) => step.questions.map(({ id }) => id));
}
