import type { Storage } from '../../../../storage/storage.ts';
import { NoSpaceLeft } from '../../../../storage/watch-space.ts';
import { fetchWorkIfDue, type WorkPorts } from './fetch-work.ts';

/** Keeps the work of whoever is unlocked as the office has it: looks after each answered round. Returns "stop". */
export function startWorkKeeper(
  of: WorkPorts & {
    readonly storage: Pick<Storage, 'onChange'>;
    readonly onBug: (error: unknown) => void;
  },
): () => void {
  let seen: string | undefined;
  let turn: Promise<void> = Promise.resolve();
  let isStopped = false;

  async function look(): Promise<void> {
    const at = (await of.storage.findDevice())?.lastAnswerAt;
    if (isStopped || at === undefined || at === seen) return;
    seen = at;
    await fetchWorkIfDue(of);
  }
  const soon = () => {
    turn = turn.then(look).catch((error: unknown) => {
      // Locked in the middle, or a full disk, which the screen says by itself.
      if (!isStopped && !(error instanceof NoSpaceLeft)) of.onBug(error);
    });
  };
  const stopListening = of.storage.onChange(soon);
  soon();
  return () => {
    isStopped = true;
    stopListening();
  };
}
