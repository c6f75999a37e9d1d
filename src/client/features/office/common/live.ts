/*
 * Whether news arrives by itself. While it does, screens ask only now and then; without it they ask often, as before.
 */

let live = false;

export function setLive(isLive: boolean): void {
  live = isLive;
}

export function isLive(): boolean {
  return live;
}
