import { deflateSync, inflateSync } from 'fflate';
import { DICTIONARIES, type DictionaryId } from './dictionary.ts';

/** Longest JSON an envelope may hold. Guards the server from a body that inflates without end. */
export const MAX_BODY_BYTES = 1024 * 1024;

/** Raw deflate with the named preset dictionary. */
export function deflateBody(body: Uint8Array, dictionaryId: DictionaryId): Uint8Array {
  return deflateSync(body, { level: 9, dictionary: DICTIONARIES[dictionaryId] });
}

/**
 * Inflates at most `MAX_BODY_BYTES`; undefined for a longer body, broken data or an unknown dictionary. The output
 * buffer is given and one byte longer than allowed: fflate writes nothing behind it, so a bomb costs its own input only.
 */
export function inflateBody(deflated: Uint8Array, dictionaryId: number): Uint8Array<ArrayBuffer> | undefined {
  const dictionary = Object.entries(DICTIONARIES).find(([id]) => Number(id) === dictionaryId)?.[1];
  if (!dictionary) return undefined;
  try {
    const body = inflateSync(deflated, { out: new Uint8Array(MAX_BODY_BYTES + 1), dictionary });
    return body.length > MAX_BODY_BYTES ? undefined : new Uint8Array(body);
  } catch {
    return undefined;
  }
}
