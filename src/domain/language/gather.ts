/** The things by name, names and things in the order of the list. */
export function gather<T>(list: readonly T[], nameOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const gathered = new Map<string, T[]>();
  for (const one of list) {
    const name = nameOf(one);
    const theirs = gathered.get(name);
    if (theirs === undefined) gathered.set(name, [one]);
    else theirs.push(one);
  }
  return gathered;
}
