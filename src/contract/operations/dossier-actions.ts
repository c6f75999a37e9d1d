import * as z from 'zod';
import { CommuneCode } from '../../domain/place/place.ts';
import { CivilDate, EntityId } from '../ids.ts';
import { DossierDetail } from './office.ts';
import { operation } from './operation.ts';
import { SupplementItem } from './supplements.ts';

/*
 * What an officer or a specialist does to a dossier: one act, one command, one transaction. Which act is possible when, and
 * whose turn it is, stands in `domain/dossier/actions.ts`.
 */

/** A reason that reaches the citizen: on the form, on the public page, through the tablet. */
const Reason = z.string().trim().min(1).max(2000);
const Note = z.string().trim().max(2000);

export const DossierAct = z.discriminatedUnion('kind', [
  /** `competentCommune`: whose authority decides, where it is another than the commune that receives (Decree 118/2025). */
  z.strictObject({ kind: z.literal('accept'), competentCommune: CommuneCode.exactOptional() }),
  z.strictObject({ kind: z.literal('refuse'), reason: Reason }),
  /** A department tells the one-stop office what to ask the citizen for, and gives the dossier back for it. */
  z.strictObject({
    kind: z.literal('propose-supplement'),
    reason: Reason,
    items: z.array(SupplementItem).min(1).max(40),
  }),
  z.strictObject({
    kind: z.literal('request-supplement'),
    reason: Reason,
    items: z.array(SupplementItem).min(1).max(40),
    /** Whose tablet is to go there; null: of whoever assisted. */
    assignedTo: EntityId.nullable(),
  }),
  /** Another goes for what is awaited: `assignedTo` as above. It is the same request, so the citizen is not asked a second time. */
  z.strictObject({ kind: z.literal('reassign-supplement'), assignedTo: EntityId.nullable() }),
  z.strictObject({ kind: z.literal('complete-supplement') }),
  z.strictObject({ kind: z.literal('begin') }),
  z.strictObject({ kind: z.literal('forward'), departmentId: EntityId, note: Note }),
  z.strictObject({ kind: z.literal('hand-back'), note: Note }),
  z.strictObject({
    kind: z.literal('request-payment'),
    /** Đồng. */
    amount: z.int().min(1).max(1_000_000_000),
    forWhat: Reason,
  }),
  z.strictObject({ kind: z.literal('confirm-payment'), receiptNumber: z.string().trim().max(60) }),
  z.strictObject({ kind: z.literal('cancel-payment'), reason: Reason }),
  z.strictObject({ kind: z.literal('refund-payment'), reason: Reason }),
  z.strictObject({ kind: z.literal('take-papers'), note: Reason }),
  z.strictObject({ kind: z.literal('give-back-papers'), note: Note }),
  /** A new date of the result, with an apology (form "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"). */
  z.strictObject({ kind: z.literal('extend'), reason: Reason, until: CivilDate }),
  z.strictObject({
    kind: z.literal('stop'),
    reason: Reason,
    ground: z.enum(['not-supplemented', 'citizen-asked', 'other']),
  }),
  z.strictObject({ kind: z.literal('withdraw'), reason: Reason }),
  z.strictObject({ kind: z.literal('finish'), note: Note }),
  z.strictObject({
    kind: z.literal('return-result'),
    takenBy: z.string().trim().min(1).max(120),
    as: z.enum(['owner', 'authorised', 'relative']),
    signedBy: z.enum(['signature', 'thumbprint', 'postal-receipt']),
  }),
]);
export type DossierAct = z.infer<typeof DossierAct>;

/**
 * Idempotent with `commandId`: the same act again is answered again, another under the same id is `conflict`
 * (`command-id-used`). `conflict` (`revision`) when somebody else acted meanwhile; `state-not-allowed` with the reason when
 * the dossier is not where the act begins.
 */
export const actOnDossier = operation({
  id: 'actOnDossier',
  method: 'POST',
  path: '/api/office/dossiers/:id/actions',
  params: z.strictObject({ id: EntityId }),
  body: z.strictObject({ commandId: EntityId, revision: z.int(), act: DossierAct }),
  answer: DossierDetail,
});

/** Departments of the commune that dossiers are forwarded to. Names are editable data. */
export const Department = z.strictObject({
  id: EntityId,
  name: z.string().trim().min(1).max(120),
  /** Somebody of the commune has confirmed that it is called so and takes dossiers. */
  confirmed: z.boolean(),
});
export type Department = z.infer<typeof Department>;

export const listDepartments = operation({
  id: 'listDepartments',
  method: 'GET',
  path: '/api/office/departments',
  answer: z.strictObject({
    departments: z.array(Department.extend({ specialists: z.array(z.string()) })),
    /** Field staff of the commune who could go for a supplement. */
    fieldStaff: z.array(z.strictObject({ id: EntityId, displayName: z.string() })),
  }),
});

/** Adds one or renames it, for the asking administrator's choice of commune. */
export const saveDepartment = operation({
  id: 'saveDepartment',
  method: 'PUT',
  path: '/api/office/departments/:id',
  params: z.strictObject({ id: EntityId }),
  body: z.strictObject({
    commune: CommuneCode,
    name: Department.shape.name,
    confirmed: z.boolean(),
  }),
  answer: Department,
});
