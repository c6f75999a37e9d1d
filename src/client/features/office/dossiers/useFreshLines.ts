import { useEffect, useRef, useState } from 'react';

/**
 * Ids that came in above lines already known while this list was open, until their dossier is opened. The first load counts as
 * known, and so does what comes up from further down when others leave, or when an older page is asked for.
 */
export function useFreshLines(
  ids: readonly string[] | undefined,
  openId: string | undefined,
): ReadonlySet<string> {
  const known = useRef<Set<string> | undefined>(undefined);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (ids === undefined) return;
    const seen = known.current;
    known.current = new Set([...(seen ?? []), ...ids]);
    if (seen === undefined) return;
    const came = cameInAbove(ids, seen);
    if (came.length > 0) setFresh((before) => new Set([...before, ...came]));
  }, [ids]);
  useEffect(() => {
    if (openId !== undefined)
      setFresh((before) =>
        before.has(openId) ? new Set([...before].filter((id) => id !== openId)) : before,
      );
  }, [openId]);
  return fresh;
}

function cameInAbove(ids: readonly string[], seen: ReadonlySet<string>): readonly string[] {
  const lastSeen = ids.findLastIndex((id) => seen.has(id));
  const above = seen.size === 0 ? ids : ids.slice(0, Math.max(lastSeen, 0));
  return above.filter((id) => !seen.has(id));
}
