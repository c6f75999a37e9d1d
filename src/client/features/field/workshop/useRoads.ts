import { use, useEffect, useState } from 'react';
import type { Phrase } from '../../../../domain/language/phrases.ts';
import { useOffered } from '../../../procedures/offered.ts';
import { ProceduresContext } from '../../../procedures/procedures-context.ts';
import { type RoadPhrase, roadOf } from './road.ts';

export interface Road {
  /** Of the procedure. */
  readonly id: string;
  readonly name: string;
  readonly phrases: readonly RoadPhrase[];
}

/** What each procedure that is offered here says, in order; undefined until all are read. Suspends for their list. */
export function useRoads(phrases: readonly Phrase[]): readonly Road[] | undefined {
  const procedures = use(ProceduresContext);
  const offered = useOffered();
  const [roads, setRoads] = useState<readonly Road[]>();
  useEffect(() => {
    let wanted = true;
    const byId = new Map(phrases.map((one) => [one.phrase, one]));
    const reading = offered
      .filter(({ state }) => state === 'offered')
      .map(async ({ id, version, name }) => {
        const found = await procedures.find(id, version);
        return found.kind === 'found' ? [{ id, name, phrases: roadOf(found.definition, byId) }] : [];
      });
    void Promise.all(reading).then((all) => wanted && setRoads(all.flat()));
    return () => {
      wanted = false;
    };
  }, [procedures, offered, phrases]);
  return roads;
}
