import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';

/** How large the letters may be, so that a procedure stands on one side of A5 where it can. */
export type Density = 'roomy' | 'usual' | 'tight';

/** Lines of papers and cases, roughly, that the larger letters leave room for; measured on what was printed. */
const ROOMY = 5;
const USUAL = 7;

/** By how much there is to say: a paper takes two lines, a choice between papers four, several cases one each. */
export function densityOf({ documents, cases }: Pick<ProcedureDefinition, 'documents' | 'cases'>): Density {
  const lines =
    documents.reduce((sum, { alternatives }) => sum + (alternatives.length > 1 ? 4 : 2), 0) +
    (cases.length > 1 ? cases.length : 0);
  if (lines <= ROOMY) return 'roomy';
  return lines <= USUAL ? 'usual' : 'tight';
}
