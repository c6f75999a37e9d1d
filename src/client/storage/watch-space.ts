import type { Tables } from './tables.ts';

/** Thrown where a write of the tablet itself found no space: nothing was written, and the same may be tried again. */
export class NoSpaceLeft extends Error {
  override readonly name = 'NoSpaceLeft';
}

export interface WatchedTables {
  readonly tables: Tables;
  /** The last write found no space. False again after the next one that did. */
  readonly isFull: () => boolean;
}

/** The same disk, remembering whether it was full, so that the app can say so wherever the write came from. */
export function watchSpace(tables: Tables, onTurn: () => void): WatchedTables {
  let isFull = false;
  return {
    isFull: () => isFull,
    tables: {
      ...tables,
      async write(work) {
        const outcome = await tables.write(work);
        const wasFull = isFull;
        isFull = outcome.kind === 'no-space';
        if (isFull !== wasFull) onTurn();
        return outcome;
      },
    },
  };
}
