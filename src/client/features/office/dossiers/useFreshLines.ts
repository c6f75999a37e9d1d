import { useEffect, useRef, useState } from 'react';

/** Ids that came while this list was open, until their dossier is opened; the first load counts as known. */
export function useFreshLines(
  ids: readonly string[] | undefined,
  openId: string | undefined,
): ReadonlySet<string> {
  const known = useRef<Set<string> | undefined>(undefined);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (ids === undefined) return;
    if (known.current === undefined) {
      known.current = new Set(ids);
      return;
    }
    const seen = known.current;
    const came = ids.filter((id) => !seen.has(id));
    if (came.length === 0) return;
    for (const id of came) seen.add(id);
    setFresh((before) => new Set([...before, ...came]));
  }, [ids]);
  useEffect(() => {
    if (openId !== undefined)
      setFresh((before) =>
        before.has(openId) ? new Set([...before].filter((id) => id !== openId)) : before,
      );
  }, [openId]);
  return fresh;
}
