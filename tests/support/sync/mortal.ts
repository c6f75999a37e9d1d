import type { Tables } from '../../../src/client/storage/tables.ts';
import type { SenderLock } from '../../../src/client/sync/ports.ts';

/** What a killed browser takes with it: whatever was to happen next in that tab never does. */
export interface Life {
  isOver: boolean;
  /** So many more times it reads or writes, then it dies; undefined: it is not doomed. */
  stepsLeft?: number | undefined;
  /** Called once, when it dies of that. */
  readonly onDeath: () => void;
}

const never = () => new Promise<never>(() => {});

/** The same disk for one tab: once its life is over, nothing that it had begun goes on. */
export function mortalTables(tables: Tables, life: Life): Tables {
  function age(): void {
    if (life.stepsLeft === undefined || life.isOver) return;
    life.stepsLeft -= 1;
    if (life.stepsLeft >= 0) return;
    life.isOver = true;
    life.onDeath();
  }

  return {
    ...tables,
    read: async (work) => {
      age();
      if (life.isOver) return await never();
      const value = await tables.read(work);
      return life.isOver ? await never() : value;
    },
    write: async (work) => {
      age();
      if (life.isOver) return await never();
      const outcome = await tables.write(work);
      return life.isOver ? await never() : outcome;
    },
    announce: () => {
      if (!life.isOver) tables.announce();
    },
    onAnnounced: (listener) => tables.onAnnounced(() => !life.isOver && listener()),
  };
}

/** The browser's lock between tabs and worker: who dies lets it go. */
export interface MortalLocks {
  readonly lockFor: (owner: string) => SenderLock;
  readonly release: (owner: string) => void;
  readonly isInside: (owner: string) => boolean;
}

export function createMortalLocks(): MortalLocks {
  interface Turn {
    readonly owner: string;
    readonly begin: () => void;
  }
  const turns: Turn[] = [];

  function leave(turn: Turn): void {
    const place = turns.indexOf(turn);
    if (place < 0) return;
    turns.splice(place, 1);
    if (place === 0) turns[0]?.begin();
  }

  return {
    lockFor: (owner) => ({
      run: (work) =>
        new Promise<void>((resolve, reject) => {
          const turn: Turn = {
            owner,
            begin: () =>
              void work()
                .then(resolve, reject)
                .finally(() => leave(turn)),
          };
          turns.push(turn);
          if (turns.length === 1) turn.begin();
        }),
    }),
    release: (owner) => {
      for (const turn of turns.filter((one) => one.owner === owner)) leave(turn);
    },
    isInside: (owner) => turns[0]?.owner === owner,
  };
}
