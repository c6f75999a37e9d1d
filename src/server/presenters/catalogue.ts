import type { Change } from '../../contract/down/change.ts';
import type { ProcedureState } from '../../contract/operations/procedures.ts';
import { statesOn, type VersionFacts } from '../procedure-states.ts';

type Catalogue = Omit<Extract<Change, { kind: 'catalogue' }>, 'cursor'>;
type Told = Catalogue['procedures'][number]['state'];

/** Drafts are nobody's business yet; what is published from a later day is told on that day. */
const TOLD: Readonly<Record<ProcedureState, Told | undefined>> = {
  draft: undefined,
  scheduled: undefined,
  current: 'current',
  superseded: 'superseded',
  retired: 'retired',
  withdrawn: 'withdrawn',
};

/** What the office works with on a day (civil date in Việt Nam), as tablets are told. */
export function presentCatalogue(
  versions: readonly (VersionFacts & { readonly digest: string | null })[],
  languagePacks: Catalogue['languagePacks'],
  today: string,
): Catalogue {
  const states = statesOn(versions, today);
  return {
    kind: 'catalogue',
    procedures: versions.flatMap(({ id, version, digest }, index) => {
      const state = TOLD[states[index] ?? 'draft'];
      return state === undefined ? [] : [{ id, version, state, ...(digest !== null && { digest }) }];
    }),
    languagePacks: [...languagePacks],
  };
}
