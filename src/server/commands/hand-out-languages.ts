import type * as z from 'zod';
import { toBase64url } from '../../contract/base64url.ts';
import { packLanguagePack } from '../../contract/language-pack.ts';
import type { fetchVoices } from '../../contract/operations/languages.ts';
import type { Deps } from '../deps.ts';
import { findLanguagePack } from '../storage/language-packs.ts';
import { findSoundByDigest } from '../storage/voice-recordings.ts';

/** About what a slow line brings before somebody loses patience; one recording always goes. */
const ENOUGH = 200_000;

/** The newest pack of a language as it travels, where it is the one of that digest; null where tablets know another by now. */
export async function handOutPack(deps: Deps, language: string, digest: string): Promise<string | null> {
  const pack = await findLanguagePack(deps.db, language);
  return pack?.digest === digest ? packLanguagePack(pack.json) : null;
}

/** Sound by digest, in the order it was wanted, as much as one answer holds; `missing` is not here or was rejected. */
export async function handOutVoices(
  deps: Deps,
  wanted: readonly string[],
): Promise<z.input<typeof fetchVoices.answer>> {
  const voices: { digest: string; sound: string }[] = [];
  const missing: string[] = [];
  let length = 0;
  for (const digest of new Set(wanted)) {
    const bytes = await findSoundByDigest(deps.db, digest);
    if (bytes === undefined) {
      missing.push(digest);
      continue;
    }
    const sound = toBase64url(bytes);
    if (length > 0 && length + sound.length > ENOUGH) break;
    length += sound.length;
    voices.push({ digest, sound });
  }
  return { voices, missing };
}
