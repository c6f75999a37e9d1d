import type { Submission } from '../../contract/up/submission.ts';
import { foldText } from '../../domain/citizen/fold.ts';
import type { Trx } from './connection.ts';

/** What lists and search need of a submission, taken from its answers by the procedure's declaration. */
export interface SubjectFacts {
  readonly name: string;
  readonly nationalId: string | null;
  /** `1968`, `1968-03` or `1968-03-09`. */
  readonly birthDate: string | null;
  readonly village: string | null;
  /** What whoever looks the dossier up must know beside its code: when the applicant was born, else the owner. */
  readonly askedBirthDate: string | null;
}

interface NewRecord {
  readonly submission: Submission;
  readonly subject: SubjectFacts;
  readonly staffId: string;
  readonly commune: string;
  readonly receivedAt: Date;
}

export async function insertAccount(
  trx: Trx,
  record: NewRecord & { readonly activationCodeHash: string; readonly codeExpiresAt: Date },
): Promise<void> {
  const { submission, subject } = record;
  await trx
    .insertInto('accounts')
    .values({
      id: submission.id,
      procedure_id: submission.procedure.id,
      procedure_version: submission.procedure.version,
      state: 'pending',
      submission: JSON.stringify(submission),
      name: subject.name,
      name_folded: foldText(subject.name),
      birth_date: subject.birthDate,
      national_id: subject.nationalId,
      village: subject.village,
      commune: record.commune,
      provisional_reference: submission.provisionalReference,
      activation_code_hash: record.activationCodeHash,
      code_expires_at: record.codeExpiresAt,
      staff_id: record.staffId,
      received_at: record.receivedAt,
    })
    .execute();
}

/** The dossier and the first action of its record. */
export async function insertDossier(
  trx: Trx,
  record: NewRecord & {
    readonly caseId: string | null;
    readonly accountId: string | null;
    readonly actionId: string;
  },
): Promise<void> {
  const { submission, subject } = record;
  await trx
    .insertInto('dossiers')
    .values({
      id: submission.id,
      procedure_id: submission.procedure.id,
      procedure_version: submission.procedure.version,
      case_id: record.caseId,
      status: 'registered',
      submission: JSON.stringify(submission),
      subject_name: subject.name,
      search_folded: foldText(subject.name),
      village: subject.village,
      commune: record.commune,
      place_of_assistance: submission.assistedBy.commune,
      provisional_reference: submission.provisionalReference,
      account_id: record.accountId,
      asked_birth_date: subject.askedBirthDate,
      staff_id: record.staffId,
      received_at: record.receivedAt,
    })
    .execute();
  await trx
    .insertInto('dossier_actions')
    .values({
      id: record.actionId,
      dossier_id: submission.id,
      action: 'filed',
      at: record.receivedAt,
      staff_id: record.staffId,
      device_id: submission.assistedBy.deviceId,
    })
    .execute();
}

/** Dossiers of the commune that name one of these accounts are this one's from now on: it was mended of them. */
export async function moveToMendedAccount(
  trx: Trx,
  replaced: readonly string[],
  mended: { readonly id: string; readonly commune: string },
): Promise<void> {
  if (replaced.length === 0) return;
  await trx
    .updateTable('dossiers')
    .set({ account_id: mended.id })
    .where('account_id', 'in', replaced)
    .where('commune', '=', mended.commune)
    .execute();
}
