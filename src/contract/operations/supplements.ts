import * as z from 'zod';
import { AnswerKey, AnswerValue } from '../../domain/procedure/contract/answers.ts';
import { EntityId, Instant } from '../ids.ts';

/** One thing that the office asks for again: an answer, or a paper. */
export const SupplementItem = z.strictObject({
  what: z.enum(['question', 'document']),
  /** Key of the answer (`mother.name`, `member.name.2`), or id of the document asked. */
  id: z.string().min(1).max(80),
  /** In the officer's words: what is missing or wrong. */
  note: z.string().trim().max(2000),
  /** Of a paper: how many of which kind (form "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"). */
  copies: z
    .strictObject({
      original: z.int().min(0).max(99),
      certified: z.int().min(0).max(99),
      photocopy: z.int().min(0).max(99),
    })
    .exactOptional(),
});
export type SupplementItem = z.infer<typeof SupplementItem>;

/** One answer that is another since the supplement came; null where there was or is none. */
export const SupplementChange = z.strictObject({
  /** Key of the answer. */
  id: AnswerKey,
  before: AnswerValue.nullable(),
  after: AnswerValue.nullable(),
  /** Whether the office had asked for it; else it followed from another answer. */
  asked: z.boolean(),
});
export type SupplementChange = z.infer<typeof SupplementChange>;

/** One request on a dossier as the office sees it: what was asked, and what came of it. */
export const SupplementRecord = z.strictObject({
  id: EntityId,
  /** The first is 1. */
  number: z.int().min(1),
  reason: z.string(),
  items: z.array(SupplementItem),
  /** Whose tablet goes there. */
  assignedTo: EntityId,
  assignedToName: z.string(),
  requestedAt: Instant,
  byName: z.string(),
  arrived: z
    .strictObject({
      at: Instant,
      /** The staff member who brought it, and on which tablet. */
      byName: z.string(),
      deviceName: z.string(),
      changes: z.array(SupplementChange),
      /** Attachments that came with it. */
      attachments: z.array(EntityId),
    })
    .nullable(),
  /** When the office waited no more, whether it had come or not. */
  endedAt: Instant.nullable(),
});
export type SupplementRecord = z.infer<typeof SupplementRecord>;
