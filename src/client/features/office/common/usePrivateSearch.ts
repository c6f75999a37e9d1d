import { useEffect, useState } from 'react';

/** What was searched for in each room of this page: in memory alone, gone with a reload and with the session. */
const remembered = new Map<string, string>();

/** The session is over: the next person at this desk reads no name that was searched for. */
export function forgetSearches(): void {
  remembered.clear();
}

/**
 * A search for people: its text is a name, so it stands in no address (I4). Coming back to the room keeps it. `typed` follows the
 * keys at once; `searched` follows a short pause later.
 */
export function usePrivateSearch(room: string): {
  readonly typed: string;
  readonly searched: string;
  readonly type: (text: string) => void;
} {
  const [typed, setTyped] = useState(() => remembered.get(room) ?? '');
  const [searched, setSearched] = useState(typed.trim());
  useEffect(() => {
    const timer = setTimeout(() => {
      remembered.set(room, typed.trim());
      setSearched(typed.trim());
    }, 250);
    return () => clearTimeout(timer);
  }, [room, typed]);
  return { typed, searched, type: setTyped };
}
