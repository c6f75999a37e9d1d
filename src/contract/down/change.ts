import * as z from 'zod';
import { AccountState } from '../../domain/account/state.ts';
import { DossierStatus } from '../../domain/dossier/status.ts';
import { CivilDate, Digest, EntityId, Instant, LanguageTag, ProvisionalReference } from '../ids.ts';

export { AccountState, DossierStatus };

/** `waiting` for the supervisor; `taken-over` by the office; `to-correct` by the field. */
export const HandedState = z.enum(['waiting', 'taken-over', 'to-correct']);
export type HandedState = z.infer<typeof HandedState>;

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
  /** What the office works with, for every tablet: sent again whole when it changes (since version 2). */
  z.strictObject({
    kind: z.literal('catalogue'),
    cursor: z.int().min(1),
    procedures: z.array(
      z.strictObject({
        id: z.string().max(60),
        version: z.int().min(1),
        /**
         * `current`: new interviews begin with it. `superseded`: begun ones may finish. `retired`: nothing new in any
         * version. `withdrawn`: nothing new begins with this one, what was begun is told and still taken in (since version 3).
         */
        state: z.enum(['current', 'superseded', 'retired', 'withdrawn']),
        /** Of a published package (`procedure-package.ts`); absent where the app brings the procedure (since version 3). */
        digest: Digest.exactOptional(),
      }),
    ),
    languagePacks: z.array(
      z.strictObject({
        language: LanguageTag,
        version: z.int().min(1),
        /** Of a published pack (`language-pack.ts`); absent where the app brings the language whole (since version 4). */
        digest: Digest.exactOptional(),
      }),
    ),
  }),
  /** What became of an item that needed attention and was handed to the supervisor; no words, so readable while locked (since version 2). */
  z.strictObject({
    kind: z.literal('handed-item'),
    cursor: z.int().min(1),
    submissionId: EntityId,
    state: HandedState,
    at: Instant,
  }),
  /** A draft went from one staff member to a colleague; told to both. Ids alone, so readable while locked (since version 2). */
  z.strictObject({
    kind: z.literal('draft-offered'),
    cursor: z.int().min(1),
    draftId: EntityId,
    fromStaffId: EntityId,
    toStaffId: EntityId,
    at: Instant,
  }),
  /** This person's work is another than it was: to be fetched once they have unlocked. Says nothing of it (since version 5). */
  z.strictObject({ kind: z.literal('work'), cursor: z.int().min(1), staffId: EntityId }),
]);
export type Change = z.infer<typeof Change>;
