import * as z from 'zod';
import { Refusal } from '../down/down-message.ts';
import { ReceiptList } from '../down/receipt-list.ts';
import { EntityId } from '../ids.ts';

/**
 * `POST`, with the office's session: one part of a courier's set as its bytes (`COURIER_MEDIA_TYPE`); the answer is a
 * `BroughtPart`. Repeating it is harmless. A file that cannot be read at all is `malformed` with detail `not-courier`,
 * `newer` or `damaged`.
 */
export const bringCourierPath = '/api/office/courier';

/** What became of each item of a part. */
export const BroughtPart = z.strictObject({
  setId: EntityId,
  part: z.int().min(1),
  parts: z.int().min(1),
  items: z.array(
    z.strictObject({
      of: z.enum(['envelope', 'attachment']),
      id: EntityId,
      submissionId: EntityId,
      outcome: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('received') }),
        /** An attachment whose envelope is not there yet: kept until it comes. */
        z.strictObject({ kind: z.literal('envelope-awaited') }),
        z.strictObject({ kind: z.literal('refused'), reason: Refusal.shape.reason }),
        /** Not whole in the file. */
        z.strictObject({ kind: z.literal('damaged') }),
      ]),
    }),
  ),
  /** The office's word about everything received, to be taken home to the tablets. */
  receipts: z.array(ReceiptList),
});
export type BroughtPart = z.infer<typeof BroughtPart>;
