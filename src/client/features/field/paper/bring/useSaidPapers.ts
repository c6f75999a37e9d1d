import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { useProcedureText, useText } from '../../../../i18n/useText.ts';
import type { PaperSaid } from '../../common/papers/papers-said.ts';
import { type MissingPaper, sayMissing } from './say-papers.ts';

/** Missing papers in the language of the screen. */
export function useSaidPapers(
  definition: ProcedureDefinition,
  missing: readonly PaperSaid[],
): readonly MissingPaper[] {
  const t = useText('paper');
  const words = useProcedureText(definition);
  return missing.map((paper) => sayMissing(paper, t, words));
}
