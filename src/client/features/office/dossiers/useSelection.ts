import { useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  add(...more: readonly string[]): void;
  clear(): void;
}

/** Which lines are selected. What leaves the list leaves the selection with it: nobody acts on what they no longer see. */
export function useSelection(shown: readonly string[] | undefined): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = new Set((shown ?? []).filter((id) => chosen.has(id)));
  return {
    ids,
    toggle: (id) =>
      setChosen(ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id])),
    add: (...more) => setChosen(new Set([...ids, ...more])),
    clear: () => setChosen(new Set()),
  };
}
