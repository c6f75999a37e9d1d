import * as z from 'zod';

const Rec = z.record(z.string(), z.unknown());

/** An object of JSON: no list, no null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Rec.safeParse(value).success && !Array.isArray(value);
}
