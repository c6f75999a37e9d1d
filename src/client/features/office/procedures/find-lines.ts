import type { ProcedureLine } from '../../../../contract/operations/procedures.ts';
import { foldText } from '../../../../domain/citizen/fold.ts';

/** The lines whose name in any language, or whose id, holds what is searched for; accents do not matter. */
export function findLines(lines: readonly ProcedureLine[], searched: string): readonly ProcedureLine[] {
  const wanted = foldText(searched);
  if (wanted === '') return lines;
  return lines.filter(({ id, names }) =>
    [id, ...Object.values(names)].some((text) => foldText(text).includes(wanted)),
  );
}
