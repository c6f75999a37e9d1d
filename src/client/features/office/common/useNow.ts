import { useEffect, useState } from 'react';

/** The present moment, looked at again every half minute, so that "today" and "late" stay true on an open screen. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
