import { v7 } from 'uuid';
import type { Chance } from './chance.ts';

/** UUIDv7 as the app's own maker gives them: within one millisecond they count on, and the rest is chance. */
export function newIds(chance: Chance): (at: number) => string {
  let last = 0;
  let seq = 0;
  return (at) => {
    seq = at > last ? chance.between(0, 0x7fffffff) : seq + 1;
    last = Math.max(at, last);
    return v7({ msecs: last, seq, random: chance.bytes(16) });
  };
}
