import { escalateProblems } from '../commands/problem/escalate-problems.ts';
import type { Deps } from '../deps.ts';

const HOUR = 3_600_000;

/**
 * Looks each hour, and once right away, for problems from the field whose time is over. What is late is read from the clock
 * wherever it is shown; this only puts it on record. Returns "stop".
 */
export function escalateEachHour(deps: Deps): () => void {
  const look = () => {
    escalateProblems(deps).catch((error: unknown) => {
      deps.log.warn({ error: error instanceof Error ? error.message : 'unknown' }, 'problems not escalated');
    });
  };
  look();
  const timer = setInterval(look, HOUR);
  return () => clearInterval(timer);
}
