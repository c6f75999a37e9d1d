import * as z from 'zod';
import { CommuneCode } from '../../domain/place/place.ts';
import { Answers } from '../../domain/procedure/contract/answers.ts';
import { Digest, EntityId, Instant, LanguageTag, ProvisionalReference } from '../ids.ts';

/** One attachment as the envelope names it. The ciphertext travels by tus; whoever opens the envelope can open it. */
export const SealedAttachment = z.strictObject({
  id: EntityId,
  /** Document asked, `signature`, or the question that photos and recordings answer by themselves. */
  document: z.string().max(60),
  /** AES-256-GCM key, base64url, fresh for this attachment. */
  key: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  plaintextDigest: Digest,
  ciphertextDigest: Digest,
  /** Bytes before sealing. */
  size: z.int().min(1),
  mediaType: z.enum(['image/jpeg', 'image/webp', 'image/png', 'application/pdf', 'audio/webm', 'audio/mp4']),
});

/** One purpose, one record (Law 91/2025/QH15 Art. 9; Decree 356/2025/NĐ-CP Art. 6: who, when, what content and scope). */
export const ConsentRecord = z.strictObject({
  id: EntityId,
  purpose: z.string().max(60),
  granted: z.boolean(),
  dataCategories: z.array(z.string().max(60)),
  /** SHA-256 of the exact text shown, and the version and language of that text. */
  textHash: Digest,
  textVersion: z.string().max(40),
  language: LanguageTag,
  givenBy: z.enum(['self', 'parent', 'guardian', 'authorised']),
  method: z.enum(['tick', 'signature', 'thumbprint', 'witness']),
  at: Instant,
});

/** What is sealed when a staff member presses "finish". Kind `account` registers a citizen; `dossier` files a procedure. */
export const Submission = z.strictObject({
  id: EntityId,
  kind: z.enum(['account', 'dossier']),
  procedure: z.strictObject({ id: z.string(), version: z.int() }),
  answers: Answers,
  attachments: z.array(SealedAttachment).max(40),
  consents: z.array(ConsentRecord),
  provisionalReference: ProvisionalReference,
  /** The citizen's account this dossier is for; it may still be waiting in the same queue. */
  accountId: EntityId.optional(),
  /** SHA-256 (base64url) of the activation code on the slip. Accounts only; the code itself never leaves the slip. */
  activationCodeHash: Digest.optional(),
  /**
   * The submissions this one takes the place of after the office could not take them: the same case, mended. The one it
   * was made from first, then those that one had replaced (since version 2).
   */
  replaces: z.array(EntityId).min(1).max(20).optional(),
  /**
   * The supplement request that this one answers. Its answers are the whole dossier's, as they stand now; photos and consents
   * that the office has already are not sent again. No new dossier comes of it (since version 5).
   */
  supplements: z.strictObject({ dossierId: EntityId, requestId: EntityId }).optional(),
  assistedBy: z.strictObject({ staffId: EntityId, deviceId: EntityId, commune: CommuneCode }),
  languages: z.strictObject({ reading: LanguageTag, spoken: LanguageTag }),
  /** The tablet's clock: what the staff member saw. Time limits run from the server's time, never from this. */
  finishedAt: Instant,
});

export type SealedAttachment = z.infer<typeof SealedAttachment>;
export type ConsentRecord = z.infer<typeof ConsentRecord>;
export type Submission = z.infer<typeof Submission>;
