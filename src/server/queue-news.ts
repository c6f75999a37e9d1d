import type { OfficeEvent } from '../contract/operations/queue.ts';
import type { Deps } from './deps.ts';
import type { DossierScope } from './policies/dossier.ts';
import { countDossiers } from './storage/queue/queue-facts.ts';
import {
  findJournalPlace,
  type JournalPlace,
  listTouchedDossiers,
  type TouchedDossier,
} from './storage/queue/touched-dossiers.ts';

/*
 * [Note: News from the journal]
 * Whatever happens to a dossier moves the single row of the journal in the same transaction, whichever server process did it. So
 * one small question a second, asked only while somebody listens, is all it takes: no channel that could be lost, nothing that
 * a connection pooler would break, and the order is that of the commits.
 */

const EVERY = 1_000;

export interface Follower {
  readonly scope: Exclude<DossierScope, { kind: 'none' }>;
  readonly tell: (event: OfficeEvent) => void;
}

export interface QueueNews {
  /** Says at once where things stand, then what changes, until the returned function is called. */
  follow(follower: Follower): Promise<() => void>;
  /** Nothing is asked any more. */
  stop(): void;
}

/** Tells followers which dossiers changed among those they may see, and how many stand in each status. See: [Note: News from the journal] */
export function createQueueNews(deps: Pick<Deps, 'db' | 'log'>): QueueNews {
  const followers = new Set<Follower>();
  let place: JournalPlace | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    const now = await findJournalPlace(deps.db);
    const before = place ?? now;
    if (before.audit !== now.audit || before.change !== now.change) {
      const touched = await listTouchedDossiers(deps.db, before, now);
      if (touched.length > 0) await tellAll(touched);
    }
    place = now;
  }

  async function tellAll(touched: readonly TouchedDossier[]): Promise<void> {
    const counted = new Map<string, Promise<OfficeEvent['counts']>>();
    await Promise.all(
      [...followers].map(async (follower) => {
        const { scope } = follower;
        // What left a department is news to it by its counts alone: the id is no longer theirs to see.
        if (!touched.some((dossier) => isNear(scope, dossier))) return;
        const key = JSON.stringify(scope);
        const counting = counted.get(key) ?? countDossiers(deps.db, scope);
        counted.set(key, counting);
        const counts = await counting;
        const ids = touched.filter((dossier) => isWithin(scope, dossier)).map(({ id }) => id);
        if (followers.has(follower)) follower.tell({ ids, counts });
      }),
    );
  }

  function plan(): void {
    timer = setTimeout(async () => {
      try {
        await look();
      } catch (error) {
        // The next look makes it up: the place moves only once everybody was told.
        deps.log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'news not read');
      }
      if (followers.size > 0) plan();
      else sleep();
    }, EVERY);
    timer.unref();
  }

  function sleep(): void {
    clearTimeout(timer);
    timer = undefined;
    place = undefined;
  }

  return {
    async follow({ scope, tell }) {
      let isTold = false;
      const follower: Follower = {
        scope,
        tell(event) {
          isTold = true;
          tell(event);
        },
      };
      followers.add(follower);
      try {
        if (place === undefined) {
          const here = await findJournalPlace(deps.db);
          // Not over a place that another follower counts from by now: what lies between would be told to nobody.
          place ??= here;
        }
        if (timer === undefined) plan();
        const counts = await countDossiers(deps.db, scope);
        // News that came meanwhile say where things stand, and later.
        if (!isTold) tell({ ids: [], counts });
      } catch (error) {
        followers.delete(follower);
        throw error;
      }
      return () => followers.delete(follower);
    },
    stop() {
      followers.clear();
      sleep();
    },
  };
}

function isNear(scope: Follower['scope'], dossier: TouchedDossier): boolean {
  return scope.kind === 'all' || scope.commune === dossier.commune;
}

function isWithin(scope: Follower['scope'], dossier: TouchedDossier): boolean {
  return isNear(scope, dossier) && (scope.kind !== 'department' || scope.department === dossier.heldBy);
}
