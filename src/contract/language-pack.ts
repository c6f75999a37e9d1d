import { deflateSync, inflateSync } from 'fflate';
import * as z from 'zod';
import { fromBase64url, toBase64url } from './base64url.ts';
import { fromUtf8, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { CivilDate, Digest, EntityId, LanguageTag } from './ids.ts';
import { sha256Base64url } from './keys.ts';

/*
 * What the office knows of one language: sentences for the screen, and voices that say them, each with where it stands and
 * who answers for it. A pack is one text, its canonical JSON; the signed feed names its digest. The sound itself is not in
 * it: each recording is fetched by its own digest, so that a slow line brings the first ones first.
 */

/** Longest canonical text, in bytes of UTF-8: some four thousand sentences with as many voices. */
export const MAX_PACK_BYTES = 4_000_000;
/** Longest recording, in bytes: half a minute of speech at 24 kbit/s. */
export const MAX_VOICE_BYTES = 90_000;

/** A sentence of the product, in whatever language: file and key in `locales/`, `interview:go.next`. */
export const PhraseId = z
  .string()
  .max(240)
  .regex(/^[a-z][A-Za-z0-9/-]*:[A-Za-z0-9_.@-]+$/);
export type PhraseId = z.infer<typeof PhraseId>;

/** The sentence in Vietnamese as it was when it was translated or spoken: where it has changed since, the work is out of date. */
export const SourceSentence = z.string().min(1).max(4000);

/** `draft`: one person's work. `checked`: a second person who speaks the language found it right. */
export const PhraseStatus = z.enum(['draft', 'checked']);
export type PhraseStatus = z.infer<typeof PhraseStatus>;

/** Who answers for a text or voice, as that person agreed to be named; an empty name is somebody who did not. */
const Named = z.string().max(120);

const Standing = z.strictObject({
  status: PhraseStatus,
  checkedBy: Named.nullable(),
  checkedOn: CivilDate.nullable(),
});

export const PackText = Standing.extend({
  phrase: PhraseId,
  of: SourceSentence,
  text: z.string().min(1).max(4000),
  by: Named,
});
export type PackText = z.infer<typeof PackText>;

/** How sound is kept: Opus in WebM, or AAC in MP4 where the recording browser had no other. */
export const VoiceMediaType = z.enum(['audio/webm', 'audio/mp4']);
export type VoiceMediaType = z.infer<typeof VoiceMediaType>;

export const PackVoice = Standing.extend({
  id: EntityId,
  phrase: PhraseId,
  of: SourceSentence,
  speaker: Named,
  /** Where the speaker is from and what they call their way of speaking: Mường is not one language. */
  village: z.string().max(120),
  variety: z.string().max(120),
  recordedOn: CivilDate,
  mediaType: VoiceMediaType,
  /** Length in seconds. */
  seconds: z.number().min(0).max(120),
  bytes: z.int().min(1).max(MAX_VOICE_BYTES),
  /** SHA-256 of the sound. */
  digest: Digest,
});
export type PackVoice = z.infer<typeof PackVoice>;

export const LanguagePack = z.strictObject({
  language: LanguageTag,
  version: z.int().min(1),
  texts: z.array(PackText).max(6000),
  voices: z.array(PackVoice).max(6000),
});
export type LanguagePack = z.infer<typeof LanguagePack>;

/** What a kept pack says; undefined where the disk has spoilt it. */
export function readLanguagePack(json: string): LanguagePack | undefined {
  try {
    const parsed = LanguagePack.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** The one text that stands for a pack, with its digest; undefined where it would be longer than anybody handles. */
export async function sealLanguagePack(
  pack: LanguagePack,
): Promise<{ readonly json: string; readonly digest: string } | undefined> {
  const json = canonicalJson(pack);
  const bytes = utf8(json);
  return bytes.length > MAX_PACK_BYTES ? undefined : { json, digest: await sha256Base64url(bytes) };
}

/** As it travels to a tablet. */
export function packLanguagePack(json: string): string {
  return toBase64url(deflateSync(utf8(json), { level: 9 }));
}

/** The text of a packed language pack, when it is the very one of that digest; undefined for anything else, however hostile. */
export async function unpackLanguagePack(packed: string, digest: string): Promise<string | undefined> {
  const deflated = fromBase64url(packed);
  const bytes = deflated && inflate(deflated);
  if (bytes === undefined || (await sha256Base64url(bytes)) !== digest) return undefined;
  return fromUtf8(bytes);
}

/** The output buffer is given: what inflates without end costs its own input only. */
function inflate(deflated: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = inflateSync(deflated, { out: new Uint8Array(MAX_PACK_BYTES + 1) });
    return bytes.length > MAX_PACK_BYTES ? undefined : new Uint8Array(bytes);
  } catch {
    return undefined;
  }
}
