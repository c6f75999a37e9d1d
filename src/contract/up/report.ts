import * as z from 'zod';
import { CommuneCode } from '../../domain/place/place.ts';
import { EntityId, Instant } from '../ids.ts';
import { SealedAttachment } from './submission.ts';

const common = {
  id: EntityId,
  /** Photos (`photo`) and words spoken (`voice`). */
  attachments: z.array(SealedAttachment).max(10),
  assistedBy: z.strictObject({ staffId: EntityId, deviceId: EntityId, commune: CommuneCode }),
  /** The tablet's clock: when the staff member wrote it. */
  at: Instant,
};

/** A staff member tells the office of something that is in the way, with a dossier or in general. */
export const ProblemReport = z.strictObject({
  kind: z.literal('problem'),
  ...common,
  /** Submission id of the dossier or account it is about. */
  about: EntityId.nullable(),
  text: z.string().max(2000),
});
export type ProblemReport = z.infer<typeof ProblemReport>;

/** What became of a visit that somebody planned. */
export const VisitReport = z.strictObject({
  kind: z.literal('visit'),
  ...common,
  taskId: EntityId,
  /** `not-met`: nobody was there; `not-done`: for another reason, which the note gives. */
  outcome: z.enum(['done', 'not-met', 'not-done']),
  note: z.string().max(2000),
});
export type VisitReport = z.infer<typeof VisitReport>;

/** What staff say to the office beside submissions: sealed, signed, sent and receipted as those are (since version 5). */
export const Report = z.discriminatedUnion('kind', [ProblemReport, VisitReport]);
export type Report = z.infer<typeof Report>;
