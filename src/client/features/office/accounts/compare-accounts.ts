/** One line of a comparison; null where one side says nothing. */
export interface ComparedLine {
  readonly id: string;
  readonly label: string;
  readonly one: string | null;
  readonly other: string | null;
  readonly isSame: boolean;
}

interface Said {
  readonly id: string;
  readonly label: string;
  readonly value: string | null;
}

/** The lines of both, in the order of the first; what only the second says comes after them. */
export function compareLines(one: readonly Said[], other: readonly Said[]): readonly ComparedLine[] {
  const ofOther = new Map(other.map((line) => [line.id, line]));
  const ofOne = new Set(one.map(({ id }) => id));
  const both = one.map(({ id, label, value }) => lineOf(id, label, value, ofOther.get(id)?.value ?? null));
  const onlyOther = other
    .filter(({ id }) => !ofOne.has(id))
    .map(({ id, label, value }) => lineOf(id, label, null, value));
  return [...both, ...onlyOther];
}

function lineOf(id: string, label: string, one: string | null, other: string | null): ComparedLine {
  return { id, label, one, other, isSame: one === other };
}
