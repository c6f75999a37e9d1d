import type * as z from 'zod';
import type { fetchProcedures } from '../../contract/operations/procedures.ts';
import { packPackage } from '../../contract/procedure-package.ts';
import type { Deps } from '../deps.ts';
import { findPackageText, findProcedureVersion } from '../storage/procedure-versions.ts';

type Answer = z.input<typeof fetchProcedures.answer>;
type Wanted = z.output<NonNullable<typeof fetchProcedures.body>>['wanted'];

/** About what a slow line brings before somebody loses patience; one package always goes. */
const ENOUGH = 200_000;

/** Published packages, also withdrawn ones: drafts are pinned to them. What is only a draft here is as if it were not there. */
export async function handOutProcedures(deps: Deps, wanted: Wanted): Promise<Answer> {
  const answer: Answer = { packages: [], missing: [] };
  let length = 0;
  for (const { id, version, digest } of wanted) {
    const row = await findProcedureVersion(deps.db, id, version);
    const text = await findPackageText(deps.db, id, version);
    if (text === undefined || row?.digest !== digest || row.published === null) {
      answer.missing.push({ id, version });
      continue;
    }
    const packed = packPackage(text);
    if (length > 0 && length + packed.length > ENOUGH) break;
    length += packed.length;
    answer.packages.push({ id, version, digest, packed });
  }
  return answer;
}
