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

/** Letters to add, take away or change (Levenshtein); long words are not compared at all. */
function stepsBetween(one: string, other: string): number {
  if (one.length > 60 || other.length > 60) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, there] of [...other].entries())
      next.push(
        Math.min(
          (row[index] ?? 0) + (letter === there ? 0 : 1),
          (row[index + 1] ?? 0) + 1,
          (next[index] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
