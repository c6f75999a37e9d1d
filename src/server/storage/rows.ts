import * as z from 'zod';
import type { AccountState, DossierStatus } from '../../contract/down/change.ts';
import type { PackVoice } from '../../contract/language-pack.ts';
import { IdentityCheck } from '../../contract/operations/accounts.ts';
import type { DossierAct } from '../../contract/operations/dossier-actions.ts';
import type { VisitHousehold } from '../../contract/operations/field-work.ts';
import { HandedItem } from '../../contract/operations/handed-items.ts';
import type { Role } from '../../contract/operations/office.ts';
import type { PaperForm } from '../../contract/operations/papers.ts';
import type { SupplementChange, SupplementItem } from '../../contract/operations/supplements.ts';
import type { DeviceHealth } from '../../contract/up/device-health.ts';
import type { Submission } from '../../contract/up/submission.ts';
import type { AccountActionKind } from '../../domain/account/actions.ts';
import type { Likeness } from '../../domain/citizen/find-duplicates.ts';
import type { DossierEventKind } from '../../domain/dossier/actions.ts';
import type { DossierState, SupplementState } from '../../domain/dossier/state.ts';
import type { ProblemAction, ProblemPriority, ProblemState } from '../../domain/problem/life.ts';
import type { Answers } from '../../domain/procedure/contract/answers.ts';
import type { TaskOutcome, TaskStatus } from '../../domain/task/life.ts';

/*
 * Rows as the office reads them: joined, and with every JSON and enum column already parsed. Presenters see these
 * and nothing else of storage.
 */

export interface StaffRow {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: Role[];
  readonly commune: string;
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly department: { readonly id: string; readonly name: string } | null;
}

export interface StaffWithDevicesRow extends StaffRow {
  readonly devices: number;
}

export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly enrolledAt: Date;
  readonly lastSeenAt: Date | null;
  readonly appVersion: string | null;
  readonly health: { readonly heardAt: Date; readonly said: DeviceHealth } | null;
  readonly staff: readonly { readonly id: string; readonly displayName: string }[];
}

/** The columns of a dossier that a list needs: none of the answers. */
export interface DossierLineRow {
  readonly id: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly subjectName: string;
  readonly village: string | null;
  readonly commune: string;
  readonly provisionalReference: string;
  readonly officialCode: string | null;
  readonly status: DossierStatus;
  readonly heldBy: { readonly id: string; readonly name: string } | null;
  readonly receivedAt: Date;
  readonly dueAt: Date | null;
  readonly deviceName: string;
  readonly attachmentsExpected: number;
  readonly attachmentsStored: number;
  readonly revision: number;
}

/** One step of how a date came about: text key `due.<key>` and its values. */
export const DueReason = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DueReason = z.infer<typeof DueReason>;

export interface DossierRow extends DossierLineRow {
  readonly caseId: string | null;
  readonly submission: Submission;
  readonly staffId: string;
  readonly staffName: string;
  readonly courierDeviceName: string | null;
  readonly courierStaffName: string | null;
  readonly acceptedAt: Date | null;
  readonly acceptedByName: string | null;
  readonly dueReason: DueReason[];
  readonly accountId: string | null;
  /** Null while the account is still on its way. */
  readonly accountState: AccountState | null;
  readonly state: DossierState;
  readonly competentCommune: string | null;
}

export interface DossierActionRow {
  readonly id: string;
  readonly action: DossierEventKind;
  readonly at: Date;
  readonly staffId: string;
  readonly staffName: string;
  readonly deviceName: string | null;
  readonly detail: Record<string, unknown>;
}

/** A paper that left the office, without its bytes. */
export interface PaperRow {
  readonly id: string;
  readonly dossierId: string;
  readonly form: PaperForm;
  /** Id of the action that it tells of. */
  readonly about: string;
  readonly number: string | null;
  readonly issuedAt: Date;
  readonly byName: string;
}

export interface AttachmentRow {
  readonly id: string;
  readonly document: string;
  readonly mediaType: string;
  readonly size: number;
  readonly state: 'awaited' | 'stored';
}

/** One attachment with what is needed to open it and to decide who may. */
export interface SealedAttachmentRow extends AttachmentRow {
  readonly submissionId: string;
  readonly belongsTo: 'account' | 'dossier' | 'problem' | 'visit';
  readonly commune: string;
  /** The department that its dossier or problem lies with. */
  readonly heldBy: string | null;
  readonly key: string;
  readonly plaintextDigest: string;
  readonly ciphertextDigest: string;
}

export interface AccountLineRow {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
  readonly village: string | null;
  readonly commune: string;
  readonly state: AccountState;
  readonly provisionalReference: string;
  readonly receivedAt: Date;
  readonly staffName: string;
}

export interface NamedAccountRow {
  readonly id: string;
  readonly name: string;
  readonly provisionalReference: string;
  readonly state: AccountState;
}

export interface AccountRow extends AccountLineRow {
  readonly revision: number;
  readonly codeExpiresAt: Date;
  /** The one that stays in its place. */
  readonly mergedInto: NamedAccountRow | null;
  readonly merged: readonly NamedAccountRow[];
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly submission: Submission;
  readonly deviceName: string;
}

/** What is kept of an action beside who and when. */
export const AccountActionDetail = z.object({
  reason: z.string().optional(),
  check: IdentityCheck.optional(),
  /** The account that it was merged into, or told apart from. */
  other: z.string().optional(),
  codeHash: z.string().optional(),
});
export type AccountActionDetail = z.infer<typeof AccountActionDetail>;

export interface AccountActionRow {
  readonly id: string;
  readonly accountId: string;
  readonly action: AccountActionKind;
  readonly at: Date;
  readonly staffId: string | null;
  readonly detail: AccountActionDetail;
}

/** What was done to an account, with the names that stand on record. */
export interface AccountHistoryRow extends AccountActionRow {
  readonly staffName: string | null;
  readonly other: Pick<NamedAccountRow, 'id' | 'name' | 'provisionalReference'> | null;
}

/** An account that may be of the same person, and who told the two apart. */
export interface AccountDoubleRow {
  readonly account: AccountLineRow;
  readonly likeness: Likeness;
  readonly keptApart: { readonly byName: string; readonly at: Date; readonly reason: string } | null;
}

/** A draft in the office's keeping, as its present holder may take it back. */
export interface KeptDraftRow {
  readonly id: string;
  readonly holder: { readonly id: string; readonly displayName: string };
  /** Tablet and staff member that gave the state which counts. */
  readonly deviceId: string;
  readonly deviceName: string;
  readonly staffId: string;
  readonly commune: string;
  readonly procedureId: string;
  readonly updatedAt: Date;
  readonly receivedAt: Date;
  /** The last hand-over. */
  readonly handedOver: {
    readonly fromId: string;
    readonly fromName: string;
    readonly byId: string;
    readonly byName: string;
    readonly at: Date;
    readonly taken: boolean;
  } | null;
}

export interface DraftHandOverRow {
  readonly draftId: string;
  readonly toName: string;
  readonly at: Date;
}

/** The columns of a handed item whose words are closed lists. */
export const HandedItemColumns = HandedItem.pick({ of: true, reason: true, state: true });

/** An item that needed attention and was handed to the supervisor, without its sealed bytes. */
export interface HandedItemRow extends z.infer<typeof HandedItemColumns> {
  readonly id: string;
  readonly submissionId: string;
  readonly commune: string;
  readonly staffId: string;
  readonly staffName: string;
  readonly deviceName: string;
  readonly handedAt: Date;
  readonly note: string;
  readonly closedAt: Date | null;
  readonly closedByName: string | null;
  readonly closingNote: string | null;
  readonly arrived: HandedItem['arrived'];
}

/** Another tablet of a staff member, and what it last said of itself. */
export interface TabletWordRow {
  readonly name: string;
  readonly lastSeenAt: Date | null;
  readonly unsent: number | null;
  readonly drafts: number | null;
}

/** What an administrator did to a version, and when. */
interface ProcedureStepRow {
  readonly at: Date;
  readonly byName: string;
}

/** A version that was uploaded, or a shipped one that was withdrawn; without its package. */
export interface ProcedureVersionRow {
  readonly id: string;
  readonly version: number;
  /** Null for one that ships with the program. */
  readonly digest: string | null;
  readonly state: 'draft' | 'published' | 'withdrawn';
  /** The day from which it was published; null for what never was. */
  readonly from: string | null;
  readonly note: string;
  readonly uploaded: ProcedureStepRow | null;
  readonly published: ProcedureStepRow | null;
  readonly withdrawn: ProcedureStepRow | null;
  readonly withdrawalReason: string | null;
}

/** Somebody who lent a voice or a translation, and whether others may be told who it was. */
export interface LenderRow {
  readonly name: string;
  readonly mayBeNamed: boolean;
}

/** Who checked, and when: a lender on a tablet, or a member of staff at the office. */
interface CheckRow {
  readonly at: Date;
  readonly staffName: string;
  readonly lender: LenderRow | null;
}

/** The translation of a phrase that stands. */
export interface PhraseTextRow {
  readonly phrase: string;
  /** The Vietnamese that was translated. */
  readonly of: string;
  readonly text: string;
  /** Who wrote it at the office, or wrote it down on a tablet. */
  readonly staffId: string;
  readonly staffName: string;
  readonly lender: LenderRow | null;
  readonly checked: CheckRow | null;
}

/** A recording without its sound. */
export interface VoiceRow {
  readonly id: string;
  readonly phrase: string;
  /** The Vietnamese that was spoken. */
  readonly of: string;
  readonly state: 'draft' | 'checked' | 'rejected';
  readonly speaker: LenderRow & {
    readonly id: string;
    readonly village: string;
    readonly variety: string;
  };
  /** Who held the tablet. */
  readonly staffId: string;
  readonly recordedAt: Date;
  readonly mediaType: PackVoice['mediaType'];
  readonly seconds: number;
  readonly bytes: number;
  readonly digest: string;
  readonly checked: CheckRow | null;
}

/** A published pack, without its text. */
export interface LanguagePackRow {
  readonly language: string;
  readonly version: number;
  readonly digest: string;
  readonly publishedAt: Date;
}

/** A dossier that waits for a supplement, for whoever is to bring it. */
export interface SupplementWorkRow {
  readonly id: string;
  readonly number: number;
  readonly reason: string;
  readonly items: SupplementItem[];
  readonly requestedAt: Date;
  readonly byName: string;
  readonly arrivedAt: Date | null;
  readonly dossierId: string;
  readonly officialCode: string | null;
  readonly subjectName: string;
  readonly village: string | null;
  readonly submission: Submission;
}

/** One request on a dossier, and what came of it. */
export interface SupplementRecordRow {
  readonly id: string;
  readonly number: number;
  readonly reason: string;
  readonly items: SupplementItem[];
  readonly assignedTo: string;
  readonly assignedToName: string;
  readonly requestedAt: Date;
  readonly byName: string;
  readonly endedAt: Date | null;
  readonly arrived: {
    readonly at: Date;
    readonly byName: string;
    readonly deviceName: string;
    readonly changes: SupplementChange[];
    readonly attachments: string[];
  } | null;
}

/** What the public page says of a dossier to somebody who knows its code and the birth date: no name, no answer. */
export interface PublicDossierRow {
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly provisionalReference: string;
  readonly officialCode: string | null;
  readonly status: DossierStatus;
  readonly supplement: SupplementState | null;
  readonly commune: string;
  readonly receivedAt: Date;
  readonly acceptedAt: Date | null;
  readonly dueAt: Date | null;
  /** How the date came about. */
  readonly dueReason: readonly DueReason[];
  readonly endedAt: Date | null;
  /** What is asked of the citizen now. */
  readonly request: { readonly reason: string; readonly items: readonly SupplementItem[] } | null;
  /** The last act with words for the citizen: a refusal, a stop, a withdrawal, a payment. */
  readonly lastWord: DossierAct | null;
}

export interface PublicAccountRow {
  readonly provisionalReference: string;
  readonly state: AccountState;
  readonly commune: string;
  readonly receivedAt: Date;
}

/** A published recording of a sentence. */
export interface PublicVoiceRow {
  readonly phrase: string;
  readonly language: string;
  readonly languageName: string;
  readonly digest: string;
  readonly mediaType: PackVoice['mediaType'];
  readonly isChecked: boolean;
}

/** A planned visit with who goes. */
export interface VisitRow {
  readonly id: string;
  readonly commune: string;
  readonly day: string;
  readonly village: string;
  readonly note: string;
  readonly households: VisitHousehold[];
  readonly staff: readonly { readonly id: string; readonly displayName: string }[];
  readonly status: TaskStatus;
  readonly cancelledBecause: string | null;
  readonly plannedByName: string;
  readonly revision: number;
}

/** What somebody who went said of a visit. */
export interface VisitWordRow {
  readonly id: string;
  readonly visitId: string;
  readonly outcome: TaskOutcome;
  readonly note: string;
  readonly staffName: string;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly attachments: readonly AttachmentRow[];
}

/** A supplement request that is open, as the calendar shows it. */
export interface AwaitedSupplementRow {
  readonly id: string;
  readonly dossierId: string;
  readonly name: string;
  readonly village: string | null;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly staffName: string;
  readonly requestedAt: Date;
  readonly arrivedAt: Date | null;
  readonly visit: { readonly id: string; readonly day: string } | null;
}

/** An account whose registration speaks of an appointment with the police. */
export interface AppointmentRow {
  readonly id: string;
  readonly name: string;
  readonly village: string | null;
  readonly answers: Answers;
}

/** Somebody known to the commune, whom a visit may go to. */
export interface HouseholdRow {
  readonly name: string;
  readonly village: string | null;
  readonly accountId: string | null;
  readonly dossierId: string | null;
  readonly procedureId: string | null;
}

/** A problem from the field. */
export interface ProblemRow {
  readonly id: string;
  readonly commune: string;
  readonly about: string | null;
  readonly text: string;
  readonly state: ProblemState;
  readonly priority: ProblemPriority;
  readonly department: { readonly id: string; readonly name: string } | null;
  readonly assigneeName: string | null;
  readonly staffId: string;
  readonly staffName: string;
  readonly deviceName: string;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly waitsSince: Date;
  readonly dueAt: Date;
  readonly escalatedAt: Date | null;
  readonly attachments: number;
  readonly revision: number;
}

export interface ProblemActionRow {
  readonly id: string;
  readonly problemId: string;
  readonly action: ProblemAction | 'escalated';
  readonly at: Date;
  readonly staffName: string | null;
  readonly departmentName: string | null;
  readonly text: string;
}

/** The dossier or account that a problem is about. */
export interface ProblemSubjectRow {
  readonly id: string;
  readonly kind: 'account' | 'dossier';
  readonly commune: string;
  readonly heldBy: string | null;
  readonly subjectName: string;
  readonly reference: string;
  readonly officialCode: string | null;
  readonly procedureId: string;
  readonly procedureVersion: number;
}
