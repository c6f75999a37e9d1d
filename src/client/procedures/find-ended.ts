import type { OfficeNews } from '../storage/model.ts';
import { isClosed, isOver, saidOf } from './list-offered.ts';

/**
 * Whether the office takes no new dossiers with this version, as it said last: `withdrawn` by decision, `retired` because its
 * time is over or the whole procedure's is. A draft that was begun is told, and kept.
 */
export function findEnded(
  news: readonly OfficeNews['change'][],
  procedure: { readonly id: string; readonly version: number },
): 'withdrawn' | 'retired' | undefined {
  const said = saidOf(procedure.id, news);
  const state = said.get(procedure.version);
  if (state === 'withdrawn') return state;
  return isOver(state) || isClosed(said) ? 'retired' : undefined;
}
