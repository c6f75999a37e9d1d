import { findEnded } from '../../../../procedures/find-ended.ts';
import { useOffered } from '../../../../procedures/offered.ts';
import { useStored } from '../services.ts';

export interface VersionNews {
  /** Another version than this one is what new interviews begin with: the draft may go on with it. */
  readonly other: number | undefined;
  /** Nothing new begins with this version; what was begun may still be finished, and is told. */
  readonly ended: 'withdrawn' | 'retired' | undefined;
}

/** What a draft's person should know of its version. Suspends while the list of procedures is read for the first time. */
export function useVersionNews(procedure: { readonly id: string; readonly version: number }): VersionNews {
  const news = useStored('news', ({ storage }) => storage.outbox.listOfficeNews());
  const offered = useOffered().find(({ id, state }) => id === procedure.id && state === 'offered');
  const ended = findEnded(news ?? [], procedure);
  const isOther =
    offered !== undefined &&
    (offered.version > procedure.version || (ended !== undefined && offered.version !== procedure.version));
  return { other: isOther ? offered.version : undefined, ended };
}
