/** Deeper than anything of ours, and shallow enough for every reader that walks it. */
const MAX_DEPTH = 40;

/** Whether JSON ends early enough. Walks without calling itself: what is nested without end must not end the walk. */
export function isShallow(json: unknown): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return true;
}
