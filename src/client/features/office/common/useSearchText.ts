import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';

/**
 * What is searched for stands in the address (`?q=`), so a reload or coming back keeps it. `typed` follows the keys at
 * once; `searched` follows a short pause later.
 */
export function useSearchText(): {
  readonly typed: string;
  readonly searched: string;
  readonly type: (text: string) => void;
} {
  const [params, setParams] = useSearchParams();
  const searched = params.get('q') ?? '';
  const [typed, setTyped] = useState(searched);
  useEffect(() => {
    if (typed.trim() === searched) return undefined;
    const timer = setTimeout(
      () => setParams(typed.trim() === '' ? {} : { q: typed.trim() }, { replace: true }),
      250,
    );
    return () => clearTimeout(timer);
  }, [typed, searched, setParams]);
  return { typed, searched, type: setTyped };
}
