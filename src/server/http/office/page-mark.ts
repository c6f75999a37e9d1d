import * as z from 'zod';
import { EntityId } from '../../../contract/ids.ts';
import type { QueueMark } from '../../storage/queue/narrowed.ts';

const BETWEEN = '_';
const Mark = z.tuple([z.iso.datetime(), EntityId]);

/** Where a page ended, for the wire. */
export function writeMark({ receivedAt, id }: QueueMark): string {
  return receivedAt.toISOString() + BETWEEN + id;
}

/** Undefined for what `writeMark` did not write. */
export function readMark(mark: string): QueueMark | undefined {
  const parsed = Mark.safeParse(mark.split(BETWEEN));
  return parsed.success ? { receivedAt: new Date(parsed.data[0]), id: parsed.data[1] } : undefined;
}
