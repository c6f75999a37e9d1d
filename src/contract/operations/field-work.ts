import * as z from 'zod';
import { Answers } from '../../domain/procedure/contract/answers.ts';
import { CivilDate, Digest, EntityId, Instant, KeyId, ProvisionalReference, PublicKey } from '../ids.ts';
import { ConsentRecord, SealedAttachment } from '../up/submission.ts';
import { operation } from './operation.ts';
import { SupplementItem } from './supplements.ts';

/** A household to be visited; null where no account or dossier of theirs is known. */
export const VisitHousehold = z.strictObject({
  name: z.string().max(120),
  note: z.string().max(500),
  accountId: EntityId.nullable(),
  dossierId: EntityId.nullable(),
});
export type VisitHousehold = z.infer<typeof VisitHousehold>;

/** A visit that somebody planned for this person. */
export const Visit = z.strictObject({
  id: EntityId,
  day: CivilDate,
  village: z.string().max(120),
  households: z.array(VisitHousehold).max(60),
  note: z.string().max(2000),
  /** Who else goes. */
  colleagues: z.array(z.string()).max(20),
  status: z.enum(['planned', 'done', 'not-met', 'not-done', 'cancelled']),
});
export type Visit = z.infer<typeof Visit>;

/** A dossier for which the office waits, with all that is needed to go on with it far from any signal. */
export const SupplementWork = z.strictObject({
  /** Of the request: what `Submission.supplements` names. */
  id: EntityId,
  dossierId: EntityId,
  number: z.int().min(1),
  reason: z.string(),
  items: z.array(SupplementItem),
  requestedAt: Instant,
  /** The officer who asks. */
  byName: z.string(),
  /** What has come for it and waits to be looked at; null while the office waits. */
  arrivedAt: Instant.nullable(),
  provisionalReference: ProvisionalReference,
  officialCode: z.string().nullable(),
  subjectName: z.string(),
  village: z.string().nullable(),
  /** The version that the dossier stays on. */
  procedure: z.strictObject({ id: z.string(), version: z.int() }),
  /** When the dossier was finished: its declaration has to be valid on that day, not on a later one. */
  finishedAt: Instant,
  answers: Answers,
  consents: z.array(ConsentRecord),
  /** What the office has; the pictures themselves stay there. */
  attachments: z.array(SealedAttachment.pick({ id: true, document: true, mediaType: true, size: true })),
});
export type SupplementWork = z.infer<typeof SupplementWork>;

/** A problem that this person reported, as it stands at the office. */
export const ProblemWork = z.strictObject({
  /** Of the report. */
  id: EntityId,
  about: EntityId.nullable(),
  state: z.enum(['sent', 'routed', 'answered', 'closed']),
  departmentName: z.string().nullable(),
  dueDate: CivilDate.nullable(),
  answers: z.array(z.strictObject({ at: Instant, byName: z.string(), text: z.string().max(4000) })),
});
export type ProblemWork = z.infer<typeof ProblemWork>;

/** An appointment with the police that an account registration speaks of, whose holder this person helped. */
export const AppointmentWork = z.strictObject({
  accountId: EntityId,
  day: CivilDate,
  name: z.string(),
  village: z.string().nullable(),
  place: z.string().nullable(),
  needsTransport: z.boolean(),
});
export type AppointmentWork = z.infer<typeof AppointmentWork>;

/** What one staff member has to do and to know; kept on the tablet under their vault. */
export const FieldWork = z.strictObject({
  /** Of the last weeks and those to come, by day. */
  visits: z.array(Visit),
  /** The oldest request first. */
  supplements: z.array(SupplementWork),
  /** From today on, by day. */
  appointments: z.array(AppointmentWork),
  /** Open ones, and those closed in the last weeks. */
  problems: z.array(ProblemWork),
});
export type FieldWork = z.infer<typeof FieldWork>;

/**
 * Asked by a tablet while the person is unlocked: signed by the device key as every request of a tablet, and with a proof by the
 * staff member's own key (`draft-backup/proof.ts`, action `work`, about `workKey`). The answer is sealed to `workKey`, so that
 * neither the tablet without its PIN nor a proof heard elsewhere reads it (`field-work/sealed-work.ts`).
 */
export const fetchWork = operation({
  id: 'fetchWork',
  method: 'POST',
  path: '/api/field/work',
  body: z.strictObject({
    contractVersion: z.int().min(1),
    staffId: EntityId,
    signerKeyId: KeyId,
    proof: z.string().max(100),
    /** ECDH P-256, made for this one time. */
    workKey: PublicKey,
    /** State of what the tablet keeps; null where it keeps nothing. */
    known: Digest.nullable(),
  }),
  answer: z.strictObject({
    /** Digest of the work. */
    state: Digest,
    /** `FieldWork`, sealed; null where `known` is the present state. */
    sealed: z
      .string()
      .regex(/^[A-Za-z0-9_-]+$/)
      .nullable(),
  }),
});
