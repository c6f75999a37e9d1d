import { getProcedure } from '../../../../contract/operations/procedures.ts';
import { parseDefinition } from '../../../../domain/procedure/run.ts';
import { addProcedureTexts } from '../../../i18n/procedure-texts.ts';
import type { FoundProcedure, Procedures } from '../../../procedures/procedures.ts';
import { createRemembered } from '../../../procedures/remembered.ts';
import { loadShipped } from '../../../procedures/shipped.ts';
import { CallFailed, call } from './call.ts';

/** Milliseconds until a procedure that could not be had is asked for again. */
const AGAIN = 15_000;

/** The procedures of the office's screens: those of the build, and the published ones as the server has them. */
export function createOfficeProcedures(): Procedures {
  const known = createRemembered<FoundProcedure>();

  async function look(id: string, version: number): Promise<FoundProcedure> {
    const shipped = await loadShipped(id, version);
    if (shipped !== undefined) return { kind: 'found', definition: shipped };
    try {
      const answer = await call(getProcedure, { params: { id, version: String(version) } });
      const parsed = parseDefinition(answer.package.definition);
      if (parsed.kind === 'invalid') return { kind: 'not-understood' };
      addProcedureTexts({ id, version }, answer.package.texts);
      return { kind: 'found', definition: parsed.definition };
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      // Said to nobody here: what is asked for along with it says the same, and says it better.
      if (failure.problem.kind !== 'not-found')
        setTimeout(() => void known.renew(({ kind }) => kind === 'not-here'), AGAIN);
      return { kind: 'not-here' };
    }
  }

  return {
    find: (id, version) => known.get(`${id}/${version}`, () => look(id, version)),
    subscribe: known.subscribe,
    // Interviews begin on tablets.
    current: async () => undefined,
    offered: async () => [],
  };
}
