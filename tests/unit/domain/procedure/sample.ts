import type * as z from 'zod';
import { ProcedureDefinition, Question } from '../../../../src/domain/procedure/definition.ts';

export type Written = z.input<typeof ProcedureDefinition>;

/** A small declaration to change one thing of; everything that is not about that thing is out of the way. */
export function written(parts: Partial<Written> = {}): Written {
  return {
    id: 'sample',
    version: 1,
    produces: 'dossier',
    codes: [],
    sources: ['made up for a test'],
    confidence: 'C',
    reviewStatus: 'draft',
    reviewedBy: null,
    reviewedOn: null,
    titleFrom: ['name'],
    roles: [],
    subject: { name: 'name' },
    cases: [{ id: 'only', limit: { kind: 'none' }, fee: { kind: 'free' } }],
    steps: [{ id: 'first', questions: [{ id: 'name', type: 'name' }] }],
    documents: [],
    filingDeadlines: [],
    results: [],
    ...parts,
  };
}

export function sample(parts: Partial<Written> = {}): ProcedureDefinition {
  return ProcedureDefinition.parse(written(parts));
}

export function question(parts: z.input<typeof Question>): Question {
  return Question.parse(parts);
}
