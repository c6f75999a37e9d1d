/** The known word that was perhaps meant; undefined where none is near enough to be a slip of the finger. */
export function nearestOf(word: string, known: Iterable<string>): string | undefined {
  let best: { readonly word: string; readonly steps: number } | undefined;
  for (const one of known) {
    const steps = stepsBetween(word.toLowerCase(), one.toLowerCase());
    if (steps <= Math.max(1, Math.floor(one.length / 3)) && (best === undefined || steps < best.steps))
      best = { word: one, steps };
  }
  return best?.word;
}

/** Letters to add, take away, change or swap with their neighbour; long words are not compared at all. */
function stepsBetween(one: string, other: string): number {
  if (one.length > 60 || other.length > 60) return Number.POSITIVE_INFINITY;
  let before: readonly number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 0; at < one.length; at++) {
    const next = [at + 1];
    for (let index = 0; index < other.length; index++) {
      const isSwapped = one[at] === other[index - 1] && one[at - 1] === other[index];
      next.push(
        Math.min(
          (row[index] ?? 0) + (one[at] === other[index] ? 0 : 1),
          (row[index + 1] ?? 0) + 1,
          (next[index] ?? 0) + 1,
          isSwapped ? (before[index - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
