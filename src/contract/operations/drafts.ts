import * as z from 'zod';
import { EntityId, Instant, KeyId, PublicKey } from '../ids.ts';
import { operation } from './operation.ts';

/*
 * Drafts that the office keeps. The first three are asked by tablets: signed by the device key as every request of
 * theirs, answered under the office's signature, and each with a proof of the staff member (`draft-backup/proof.ts`).
 * The last two are the supervisor's.
 */

const Asking = z.strictObject({
  contractVersion: z.int().min(1),
  staffId: EntityId,
  signerKeyId: KeyId,
  proof: z.string().max(100),
});

/** One draft that this staff member may take back: when and from which tablet. No answer, no name of a citizen. */
export const KeptDraft = z.strictObject({
  id: EntityId,
  procedureId: z.string(),
  updatedAt: Instant,
  keptAt: Instant,
  tablet: z.strictObject({ id: EntityId, name: z.string() }),
  /** Set where it comes from a colleague. */
  handedOver: z.strictObject({ fromName: z.string(), byName: z.string(), at: Instant }).nullable(),
});
export type KeptDraft = z.infer<typeof KeptDraft>;

/** What the office last heard from another tablet of this person; not what is on it now. */
export const ToldByTablet = z.strictObject({
  name: z.string(),
  lastSeenAt: Instant.nullable(),
  /** Its own word at that time; null where it never said. */
  unsent: z.int().min(0).nullable(),
  drafts: z.int().min(0).nullable(),
});
export type ToldByTablet = z.infer<typeof ToldByTablet>;

const Colleague = z.strictObject({ id: EntityId, displayName: z.string() });

/** The drafts kept for this staff member, newest first; also those that came from the asking tablet. */
export const listKeptDrafts = operation({
  id: 'listKeptDrafts',
  method: 'POST',
  path: '/api/drafts/list',
  body: Asking,
  answer: z.strictObject({
    /** False where the commune does not keep drafts. */
    keeps: z.boolean(),
    drafts: z.array(KeptDraft),
    /** What was handed over from this person to a colleague. */
    givenAway: z.array(z.strictObject({ id: EntityId, toName: z.string(), at: Instant })),
    /** Who a draft can be handed over to. */
    colleagues: z.array(Colleague),
    /** Other tablets that this person was enrolled on. */
    tablets: z.array(ToldByTablet),
  }),
});

/**
 * Gives drafts back, each sealed to `restoreKey`. Repeated it gives them again, sealed anew. On record: who, from which
 * tablet to which. `missing` names what is no longer kept or cannot be opened.
 */
export const restoreDrafts = operation({
  id: 'restoreDrafts',
  method: 'POST',
  path: '/api/drafts/restore',
  body: Asking.extend({
    ids: z.array(EntityId).min(1).max(20),
    /** ECDH P-256, made for this one time. */
    restoreKey: PublicKey,
  }),
  answer: z.strictObject({
    drafts: z.array(
      z.strictObject({ id: EntityId, updatedAt: Instant, sealed: z.string().regex(/^[A-Za-z0-9_-]+$/) }),
    ),
    missing: z.array(EntityId),
  }),
});

/**
 * From the person who has it to a colleague of the same commune. `conflict` where the office's state is not that of
 * `updatedAt` (sync first), `not-found` where none is kept. Repeated for the same colleague it changes nothing.
 */
export const handOverDraft = operation({
  id: 'handOverDraft',
  method: 'POST',
  path: '/api/drafts/hand-over',
  body: Asking.extend({ id: EntityId, updatedAt: Instant, toStaffId: EntityId }),
  answer: z.strictObject({ at: Instant }),
});

/** One draft as the supervisor sees it: whose, on which tablet, since when. */
export const CommuneDraft = z.strictObject({
  id: EntityId,
  procedureId: z.string(),
  holder: Colleague,
  tabletName: z.string(),
  updatedAt: Instant,
  keptAt: Instant,
  handedOver: z
    .strictObject({ fromName: z.string(), byName: z.string(), at: Instant, taken: z.boolean() })
    .nullable(),
  allowed: z.array(z.enum(['hand-over'])),
});
export type CommuneDraft = z.infer<typeof CommuneDraft>;

/** Kept drafts of the supervisor's commune, the oldest state first. */
export const listCommuneDrafts = operation({
  id: 'listCommuneDrafts',
  method: 'GET',
  path: '/api/office/drafts',
  answer: z.strictObject({
    keeps: z.boolean(),
    drafts: z.array(CommuneDraft),
    colleagues: z.array(Colleague),
  }),
});

/** Moves a draft from who has it to a colleague. `conflict` where somebody else has it by now. */
export const handOverCommuneDraft = operation({
  id: 'handOverCommuneDraft',
  method: 'POST',
  path: '/api/office/drafts/:id/hand-over',
  params: z.strictObject({ id: EntityId }),
  body: z.strictObject({ fromStaffId: EntityId, toStaffId: EntityId }),
  answer: z.strictObject({ at: Instant }),
});
