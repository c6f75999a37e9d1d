import { announceCatalogue } from '../commands/announce-catalogue.ts';
import type { Deps } from '../deps.ts';

const HOUR = 3_600_000;
/** Việt Nam has one time zone and no summer time. */
const OFFSET = 7 * HOUR;

/** Milliseconds until the catalogue is looked at again: each hour, and right after midnight in Việt Nam. */
export function untilNextLook(now: Date): number {
  const inDay = (now.getTime() + OFFSET) % (24 * HOUR);
  // A second late rather than early: then the new day has surely begun.
  return Math.min(HOUR, 24 * HOUR - inDay + 1000);
}

/**
 * Procedures begin and end with a day: tablets are told soon after midnight, and within the hour where the clock was set
 * meanwhile. Returns "stop".
 */
export function announceEachDay(deps: Deps): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(() => {
      announceCatalogue(deps).catch((error: unknown) => {
        deps.log.warn(
          { error: error instanceof Error ? error.message : 'unknown' },
          'catalogue not announced',
        );
      });
      wait();
    }, untilNextLook(deps.clock.now()));
  };
  wait();
  return () => clearTimeout(timer);
}
