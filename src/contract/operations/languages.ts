import * as z from 'zod';
import { CivilDate, Digest, EntityId, Instant, LanguageTag } from '../ids.ts';
import {
  MAX_PACK_BYTES,
  MAX_VOICE_BYTES,
  PhraseId,
  PhraseStatus,
  SourceSentence,
  VoiceMediaType,
} from '../language-pack.ts';
import { isShallow } from '../shallow.ts';
import { operation } from './operation.ts';

const Base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const base64Length = (bytes: number) => Math.ceil((bytes * 4) / 3);

/*
 * The tablets' half: what the workshop made goes up, packs and sound come down. Each request is signed by the device key
 * and each answer by the office, as all questions of tablets are.
 */

/**
 * A person who lends a voice, a translation or an ear. What they agreed to is on record before anything of theirs is:
 * voice and name are personal data (Law 91/2025/QH15). Travels sealed to the office (`contributor.ts`).
 */
export const Contributor = z.strictObject({
  id: EntityId,
  name: z.string().min(1).max(120),
  village: z.string().max(120),
  /** What they call their way of speaking. */
  variety: z.string().max(120),
  consent: z.strictObject({
    /** SHA-256 of the text that was read to them, in `language`. */
    textHash: Digest,
    language: LanguageTag,
    givenAt: Instant,
    /** Whether packs may name them. */
    mayBeNamed: z.boolean(),
  }),
});
export type Contributor = z.infer<typeof Contributor>;

/** Longest sealed contributor, in bytes. */
export const MAX_SEALED_CONTRIBUTOR = 4096;

const Made = z.strictObject({ id: EntityId, staffId: EntityId, contributorId: EntityId, at: Instant });

/** One thing from the workshop. Ids are made on the tablet; the same id with the same content is taken once (I3). */
export const Contribution = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('contributor'),
    id: EntityId,
    staffId: EntityId,
    keyId: z.string().length(11),
    sealed: Base64url.max(base64Length(MAX_SEALED_CONTRIBUTOR)),
  }),
  Made.extend({
    kind: z.literal('voice'),
    language: LanguageTag,
    phrase: PhraseId,
    of: SourceSentence,
    mediaType: VoiceMediaType,
    seconds: z.number().min(0).max(120),
    digest: Digest,
    sound: Base64url.max(base64Length(MAX_VOICE_BYTES)),
  }),
  Made.extend({
    kind: z.literal('text'),
    language: LanguageTag,
    phrase: PhraseId,
    of: SourceSentence,
    text: z.string().min(1).max(4000),
  }),
  /** What a second person says of a voice: `good`, or `again` with nothing kept against the speaker. */
  Made.extend({ kind: z.literal('verdict'), voiceId: EntityId, verdict: z.enum(['good', 'again']) }),
]);
export type Contribution = z.infer<typeof Contribution>;

/**
 * Takes in what the workshop made. `kept` are those that the office has now, however often they were sent; `refused` will
 * not be taken as they are, and `why` is shown to the person who made them. What is in neither is sent again later.
 */
export const giveContributions = operation({
  id: 'giveContributions',
  method: 'POST',
  path: '/api/languages/contributions',
  body: z.strictObject({
    contractVersion: z.int().min(1),
    contributions: z.array(Contribution).min(1).max(40),
  }),
  answer: z.strictObject({
    kept: z.array(EntityId),
    refused: z.array(
      z.strictObject({
        id: EntityId,
        /**
         * `own-work`: nobody checks their own voice. `damaged`: the sound is not that of its digest, the person does not open,
         * or the text has other placeholders than the sentence.
         */
        why: z.enum(['unknown-contributor', 'unknown-voice', 'own-work', 'damaged', 'conflict']),
      }),
    ),
  }),
});

/** A language pack by the digest that the feed named; null where the office has another by now. */
export const fetchLanguagePack = operation({
  id: 'fetchLanguagePack',
  method: 'POST',
  path: '/api/languages/pack',
  body: z.strictObject({ contractVersion: z.int().min(1), language: LanguageTag, digest: Digest }),
  answer: z.strictObject({ packed: Base64url.max(MAX_PACK_BYTES).nullable() }),
});

/** Recordings asked for in one request at most. */
export const MAX_VOICES_WANTED = 40;

/** Sound by digest. The answer may hold fewer than were wanted: the rest is asked for again. */
export const fetchVoices = operation({
  id: 'fetchVoices',
  method: 'POST',
  path: '/api/languages/voices',
  body: z.strictObject({
    contractVersion: z.int().min(1),
    wanted: z.array(Digest).min(1).max(MAX_VOICES_WANTED),
  }),
  answer: z.strictObject({
    voices: z.array(z.strictObject({ digest: Digest, sound: Base64url.max(base64Length(MAX_VOICE_BYTES)) })),
    missing: z.array(Digest),
  }),
});

/*
 * The office's half.
 */

const LanguageParams = z.strictObject({ language: LanguageTag });

/** How far one language has come. */
export const LanguageLine = z.strictObject({
  language: LanguageTag,
  /** Version that tablets have; null where nothing was published. */
  version: z.int().nullable(),
  publishedAt: Instant.nullable(),
  /** Phrases that citizens hear, and how many have what. */
  phrases: z.int(),
  texts: z.strictObject({ draft: z.int(), checked: z.int() }),
  voices: z.strictObject({ draft: z.int(), checked: z.int(), outdated: z.int() }),
  speakers: z.int(),
  /** Those of them who agreed to be named, the most recordings first. */
  thanks: z.array(
    z.strictObject({ name: z.string(), village: z.string(), variety: z.string(), voices: z.int() }),
  ),
  /** What tablets do not have yet, or have otherwise. */
  unpublished: z.strictObject({ texts: z.int(), voices: z.int() }),
  allowed: z.array(z.enum(['edit', 'check', 'publish', 'import'])),
});
export type LanguageLine = z.infer<typeof LanguageLine>;

export const listLanguages = operation({
  id: 'listLanguages',
  method: 'GET',
  path: '/api/office/languages',
  answer: z.strictObject({ languages: z.array(LanguageLine) }),
});

const OfficeVoice = z.strictObject({
  id: EntityId,
  status: z.enum(['draft', 'checked', 'rejected']),
  speaker: z.string(),
  village: z.string(),
  variety: z.string(),
  recordedOn: CivilDate,
  seconds: z.number(),
  checkedBy: z.string().nullable(),
  isOutdated: z.boolean(),
  /** Whether who asks may say something of it: nobody checks their own. */
  mayCheck: z.boolean(),
});

/** A phrase in one language, for the office's list. */
export const OfficePhrase = z.strictObject({
  phrase: PhraseId,
  /** Where it is met: a procedure's id, or the file's name. */
  where: z.string(),
  vietnamese: z.string(),
  text: z
    .strictObject({
      text: z.string(),
      status: PhraseStatus,
      by: z.string(),
      checkedBy: z.string().nullable(),
      isOutdated: z.boolean(),
      mayCheck: z.boolean(),
    })
    .nullable(),
  voices: z.array(OfficeVoice),
});
export type OfficePhrase = z.infer<typeof OfficePhrase>;

/** Phrases of one place, or of the whole language by state; at most 200, `total` says how many there are. */
export const listPhrases = operation({
  id: 'listPhrases',
  method: 'GET',
  path: '/api/office/languages/:language/phrases',
  params: LanguageParams,
  query: z.strictObject({
    where: z.string().max(100).optional(),
    state: z.enum(['all', 'missing', 'to-check', 'checked', 'outdated']),
    search: z.string().max(200).optional(),
  }),
  answer: z.strictObject({
    phrases: z.array(OfficePhrase),
    total: z.int(),
    places: z.array(z.strictObject({ where: z.string(), phrases: z.int(), texts: z.int(), voices: z.int() })),
  }),
});

/** Writes a translation as a draft of the member of staff who is signed in. `conflict` where `replaces` is no longer what stands. */
export const savePhraseText = operation({
  id: 'savePhraseText',
  method: 'PUT',
  path: '/api/office/languages/:language/text',
  params: LanguageParams,
  body: z.strictObject({
    phrase: PhraseId,
    of: SourceSentence,
    /** Empty takes the translation away. */
    text: z.string().max(4000),
    replaces: z.string().nullable(),
  }),
  answer: z.strictObject({}),
});

/** A second person's word on a translation; `text` is the one that was read, so that nobody vouches for another. */
export const checkPhraseText = operation({
  id: 'checkPhraseText',
  method: 'POST',
  path: '/api/office/languages/:language/text/check',
  params: LanguageParams,
  body: z.strictObject({ phrase: PhraseId, text: z.string().min(1).max(4000) }),
  answer: z.strictObject({}),
});

/** A second person's word on a recording. */
export const checkVoice = operation({
  id: 'checkVoice',
  method: 'POST',
  path: '/api/office/languages/voices/:id/check',
  params: z.strictObject({ id: EntityId }),
  body: z.strictObject({ verdict: z.enum(['good', 'again']) }),
  answer: z.strictObject({}),
});

/** The sound of one recording; bytes with their media type. */
export const voiceSoundPath = '/api/office/languages/voices/:id/sound';

/** Makes the next version of everything but what was rejected, and tells the tablets. Without a change it does nothing. */
export const publishLanguage = operation({
  id: 'publishLanguage',
  method: 'POST',
  path: '/api/office/languages/:language/publish',
  params: LanguageParams,
  body: z.strictObject({}),
  answer: z.strictObject({ version: z.int() }),
});

/** The language's sentences as translators' tools know them: one nested object by file (i18next JSON). */
export const exportLanguage = operation({
  id: 'exportLanguage',
  method: 'GET',
  path: '/api/office/languages/:language/file',
  params: LanguageParams,
  query: z.strictObject({ content: z.enum(['translations', 'vietnamese']) }),
  answer: z.strictObject({ files: z.record(z.string(), z.json()) }),
});

/**
 * Takes such files back as drafts. Nothing is written where a placeholder or a key is wrong: `findings` name each, and
 * `taken` is then 0. What is empty or unchanged is passed over.
 */
export const importLanguage = operation({
  id: 'importLanguage',
  method: 'POST',
  path: '/api/office/languages/:language/file',
  params: LanguageParams,
  body: z.strictObject({
    files: z
      .unknown()
      .refine(isShallow, 'nested too deep')
      .pipe(z.record(z.string().max(100), z.json())),
  }),
  answer: z.strictObject({
    taken: z.int(),
    findings: z.array(
      z.strictObject({
        phrase: z.string(),
        why: z.enum(['unknown-key', 'placeholders', 'plural', 'not-text', 'too-long']),
      }),
    ),
  }),
});
