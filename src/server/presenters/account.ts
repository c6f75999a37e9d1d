import type { AccountDetail, AccountHistoryEntry, AccountLine } from '../../contract/operations/accounts.ts';
import type {
  AccountDoubleRow,
  AccountHistoryRow,
  AccountLineRow,
  AccountRow,
  AttachmentRow,
  DossierLineRow,
  NamedAccountRow,
} from '../storage/rows.ts';
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
  readonly doubles: readonly AccountDoubleRow[];
  readonly history: readonly AccountHistoryRow[];
  readonly allowed: AccountDetail['allowed'];
  readonly lockedUntil: Date | null;
  readonly now: Date;
}): AccountDetail {
  const { row } = account;
  return {
    ...presentAccountLine(row),
    revision: row.revision,
    procedureId: row.procedureId,
    procedureVersion: row.procedureVersion,
    answers: row.submission.answers,
    attachments: account.attachments.map(presentAttachment),
    consents: row.submission.consents,
    deviceName: row.deviceName,
    dossiers: account.dossiers.map(presentDossierLine),
    mergedInto: row.mergedInto && presentNamed(row.mergedInto),
    merged: row.merged.map(presentNamed),
    doubles: account.doubles.map(({ account: other, likeness, keptApart }) => ({
      account: presentAccountLine(other),
      likeness,
      keptApart: keptApart && { ...keptApart, at: keptApart.at.toISOString() },
    })),
    code: {
      expiresAt: row.codeExpiresAt.toISOString(),
      isExpired: row.codeExpiresAt <= account.now,
      lockedUntil: account.lockedUntil?.toISOString() ?? null,
    },
    history: account.history.map(presentHistory),
    allowed: account.allowed,
  };
}

function presentNamed({
  id,
  name,
  provisionalReference,
}: Pick<NamedAccountRow, 'id' | 'name' | 'provisionalReference'>) {
  return { id, name, provisionalReference };
}

function presentHistory(row: AccountHistoryRow): AccountHistoryEntry {
  return {
    id: row.id,
    action: row.action,
    at: row.at.toISOString(),
    byName: row.staffName,
    reason: row.detail.reason ?? null,
    check: row.detail.check ?? null,
    other: row.other,
  };
}
