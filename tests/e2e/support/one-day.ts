import { setTimeout as sleep } from 'node:timers/promises';
import { test } from '@playwright/test';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const VIET_NAM = 7 * 60 * MINUTE;
/** Longer than a story takes on a slow machine. */
const LONG = 6 * MINUTE;

/**
 * For a story whose end must be on the day of its beginning: where midnight in Việt Nam is too near, waits until it is over.
 * Browser and server run by the real clock.
 */
export async function onOneDay(): Promise<void> {
  const untilMidnight = DAY - ((Date.now() + VIET_NAM) % DAY);
  if (untilMidnight > LONG) return;
  test.setTimeout(test.info().timeout + LONG);
  await sleep(untilMidnight + 1000);
}
