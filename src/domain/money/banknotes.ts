/** The notes that people pay with, in đồng, largest first. */
export const BANKNOTES = [500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5000, 2000, 1000] as const;

export interface Notes {
  readonly note: number;
  readonly count: number;
}

/**
 * The fewest notes that make an amount, largest first; undefined where notes cannot make it exactly. Somebody who does
 * not read figures knows the notes.
 */
export function notesFor(dong: number): readonly Notes[] | undefined {
  if (!Number.isSafeInteger(dong) || dong <= 0 || dong % 1000 !== 0) return undefined;
  let left = dong;
  const counted = BANKNOTES.map((note) => {
    const count = Math.floor(left / note);
    left -= count * note;
    return { note, count };
  });
  return counted.filter(({ count }) => count > 0);
}
