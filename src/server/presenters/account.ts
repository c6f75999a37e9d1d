import type { AccountDetail, AccountLine } from '../../contract/operations/office.ts';
import type { AccountLineRow, AccountRow, AttachmentRow, DossierLineRow } from '../storage/rows.ts';
import { presentAttachment, presentDossierLine } from './dossier.ts';

export function presentAccountLine(row: AccountLineRow): AccountLine {
  return {
    id: row.id,
    name: row.name,
    birthDate: row.birthDate,
    village: row.village,
    state: row.state,
    provisionalReference: row.provisionalReference,
    receivedAt: row.receivedAt.toISOString(),
    assistedByName: row.staffName,
  };
}

/** The activation code's hash stays where it is: it is nobody's to see. */
export function presentAccountDetail(account: {
  readonly row: AccountRow;
  readonly attachments: readonly AttachmentRow[];
  readonly dossiers: readonly DossierLineRow[];
}): AccountDetail {
  const { row } = account;
  return {
    ...presentAccountLine(row),
    procedureId: row.procedureId,
    procedureVersion: row.procedureVersion,
    answers: row.submission.answers,
    attachments: account.attachments.map(presentAttachment),
    consents: row.submission.consents,
    deviceName: row.deviceName,
    dossiers: account.dossiers.map(presentDossierLine),
  };
}
