import * as z from 'zod';
import { AccountState } from '../../domain/account/state.ts';
import { DossierStatus } from '../../domain/dossier/status.ts';
import { CivilDate, EntityId, Instant, ProvisionalReference } from '../ids.ts';

export { AccountState, DossierStatus };

/** Something the office did that the tablets of the assisting staff learn of. Names no person (I4: readable while locked). */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dossier'),
    cursor: z.int().min(1),
    submissionId: EntityId,
    status: DossierStatus,
    provisionalReference: ProvisionalReference,
    officialCode: z.string().nullable(),
    receivedAt: Instant,
    acceptedAt: Instant.nullable(),
    /** Date and time of the result, from the server alone (I7). */
    dueAt: Instant.nullable(),
    dueDate: CivilDate.nullable(),
  }),
  z.strictObject({
    kind: z.literal('account'),
    cursor: z.int().min(1),
    submissionId: EntityId,
    state: AccountState,
    receivedAt: Instant,
  }),
]);
export type Change = z.infer<typeof Change>;
