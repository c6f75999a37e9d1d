import * as z from 'zod';

/*
 * A word outside the database that this tablet was enrolled: a browser that clears the database leaves this behind, and
 * the app can tell a tablet that lost everything from one that is new. It names nobody.
 */

const KEY = 've-ban-enrolled';
const Mark = z.object({ since: z.iso.datetime() });

/** Undefined where this browser never was an enrolled tablet, or has forgotten that too. */
export function readEnrolledMark(
  page: Pick<globalThis.Storage, 'getItem'>,
): { readonly since: string } | undefined {
  const mark = Mark.safeParse(parse(page.getItem(KEY)));
  return mark.success ? mark.data : undefined;
}

/** Written once: since when this browser has been an enrolled tablet. */
export function writeEnrolledMark(page: Pick<globalThis.Storage, 'getItem' | 'setItem'>, now: Date): void {
  if (readEnrolledMark(page) === undefined) page.setItem(KEY, JSON.stringify({ since: now.toISOString() }));
}

function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
