import * as z from 'zod';
import { Answers } from '../../domain/procedure/contract/answers.ts';
import { HandedState } from '../down/change.ts';
import { Refusal } from '../down/down-message.ts';
import { Digest, EntityId, Instant, ProvisionalReference } from '../ids.ts';
import { operation } from './operation.ts';

/** A sealed envelope as base64url: a few kilobytes, once, for the one item that a person hands over. */
const SealedText = z
  .string()
  .max(200_000)
  .regex(/^[A-Za-z0-9_-]+$/);

/** Why an item is handed over: the office's refusal, or that the tablet itself cannot read it any more. */
export const HandedReason = z.enum([...Refusal.shape.reason.options, 'unreadable-here']);
export type HandedReason = z.infer<typeof HandedReason>;

/**
 * An item that needs attention, from the tablet to the supervisor. Signed by the tablet like every request of it
 * (`request-signature.ts`). Nothing leaves the tablet by it: the item stays until a receipt or a recorded decision.
 * Repeated for the same item and content it gives the same answer.
 */
export const handToSupervisor = operation({
  id: 'handToSupervisor',
  method: 'POST',
  path: '/api/handed-items',
  body: z.strictObject({
    submissionId: EntityId,
    of: z.enum(['envelope', 'attachment', 'draft']),
    reason: HandedReason,
    /** Whose item it is: must be enrolled on the tablet that asks. */
    staffId: EntityId,
    /** SHA-256 of the sealed bytes; null where there are none to hand over (a draft, a photo). */
    digest: Digest.nullable(),
    sealed: SealedText.nullable(),
    /** What the staff member says of it. */
    note: z.string().max(500),
  }),
  answer: z.strictObject({ state: HandedState, handedAt: Instant }),
});

/** One line of the supervisor's list. */
export const HandedItem = z.strictObject({
  id: EntityId,
  submissionId: EntityId,
  of: z.enum(['envelope', 'attachment', 'draft']),
  reason: HandedReason,
  state: HandedState,
  staffName: z.string(),
  deviceName: z.string(),
  handedAt: Instant,
  note: z.string(),
  closedAt: Instant.nullable(),
  closedByName: z.string().nullable(),
  /** The supervisor's word when closing; stays in the office. */
  closingNote: z.string().nullable(),
  /** Whether the office has the submission by now, by whichever road. */
  arrived: z.enum(['no', 'as-it-was', 'mended']),
});
export type HandedItem = z.infer<typeof HandedItem>;

export const listHandedItems = operation({
  id: 'listHandedItems',
  method: 'GET',
  path: '/api/office/handed-items',
  answer: z.strictObject({ items: z.array(HandedItem) }),
});

const ById = z.strictObject({ id: EntityId });

/** What can be read of a handed item: all where its seal opens, though intake refused it. */
export const HandedContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('readable'),
    procedureId: z.string(),
    procedureVersion: z.int(),
    provisionalReference: ProvisionalReference,
    finishedAt: Instant,
    answers: Answers,
    attachments: z.int(),
  }),
  z.strictObject({ kind: z.literal('does-not-open'), why: z.string() }),
  z.strictObject({ kind: z.literal('nothing-handed') }),
]);
export type HandedContent = z.infer<typeof HandedContent>;

/** Opening one goes on record. */
export const getHandedItem = operation({
  id: 'getHandedItem',
  method: 'GET',
  path: '/api/office/handed-items/:id',
  params: ById,
  answer: z.strictObject({ item: HandedItem, content: HandedContent, mayClose: z.boolean() }),
});

/** Closes it, which the tablet learns with its next round. `conflict` when somebody closed it otherwise meanwhile. */
export const closeHandedItem = operation({
  id: 'closeHandedItem',
  method: 'POST',
  path: '/api/office/handed-items/:id/close',
  params: ById,
  body: z.strictObject({ as: z.enum(['taken-over', 'to-correct']), note: z.string().max(500) }),
  answer: HandedItem,
});
