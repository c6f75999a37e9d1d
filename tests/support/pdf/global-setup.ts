import { obtainPoppler } from './poppler.ts';

/** Papers are judged by tools that are not ours. */
export function setup(): void {
  obtainPoppler();
}
