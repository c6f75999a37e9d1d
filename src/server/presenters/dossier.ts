import type {
  DossierAction,
  DossierDetail,
  DossierLine,
  OfficeAttachment,
} from '../../contract/operations/office.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { punctualityOf } from '../../domain/dossier/punctuality.ts';
import type {
  AttachmentRow,
  DossierActionRow,
  DossierLineRow,
  DossierRow,
  SupplementRecordRow,
} from '../storage/rows.ts';
import { presentCommune } from './commune.ts';
import { presentSupplement } from './supplement.ts';

/** A line of the queue: enough to find a dossier, no number that identifies anybody. */
export function presentDossierLine(row: DossierLineRow): DossierLine {
  return {
    id: row.id,
    procedureId: row.procedureId,
    procedureVersion: row.procedureVersion,
    subjectName: row.subjectName,
    village: row.village,
    provisionalReference: row.provisionalReference,
    officialCode: row.officialCode,
    status: row.status,
    heldBy: row.heldBy,
    receivedAt: row.receivedAt.toISOString(),
    dueDate: row.dueAt === null ? null : civilDate(row.dueAt.toISOString()),
    deviceName: row.deviceName,
    attachments: { expected: row.attachmentsExpected, stored: row.attachmentsStored },
    revision: row.revision,
  };
}

export function presentAttachment(row: AttachmentRow): OfficeAttachment {
  return { id: row.id, document: row.document, mediaType: row.mediaType, size: row.size, state: row.state };
}

export function presentAction(row: DossierActionRow): DossierAction {
  return {
    id: row.id,
    action: row.action,
    at: row.at.toISOString(),
    byName: row.staffName,
    deviceName: row.deviceName,
    detail: row.detail,
  };
}

/** The whole dossier for somebody who may see it: answers as they were given, national ids unmasked. */
export function presentDossierDetail(dossier: {
  readonly row: DossierRow;
  readonly attachments: readonly AttachmentRow[];
  readonly actions: readonly DossierActionRow[];
  readonly supplements: readonly SupplementRecordRow[];
  readonly allowed: readonly DossierDetail['allowed'][number][];
  readonly isProcedureWithdrawn: boolean;
  readonly now: string;
}): DossierDetail {
  const { row } = dossier;
  const { submission, state } = row;
  const named = new Set(submission.attachments.map(({ id }) => id));
  return {
    ...presentDossierLine(row),
    answers: submission.answers,
    isProcedureWithdrawn: dossier.isProcedureWithdrawn,
    caseId: row.caseId,
    // What a supplement replaced before it came is waited for by nobody.
    attachments: dossier.attachments
      .filter(({ id, state: its }) => its === 'stored' || named.has(id))
      .map(presentAttachment),
    consents: submission.consents,
    assistedBy: {
      staffId: row.staffId,
      staffName: row.staffName,
      deviceName: row.deviceName,
      commune: presentCommune(submission.assistedBy.commune),
    },
    courierDeviceName: row.courierDeviceName,
    courierStaffName: row.courierStaffName,
    finishedAt: submission.finishedAt,
    acceptedAt: row.acceptedAt?.toISOString() ?? null,
    acceptedByName: row.acceptedByName,
    dueAt: row.dueAt?.toISOString() ?? null,
    dueReason: row.dueReason.map(({ key, params }) => ({ key, params })),
    history: dossier.actions.map(presentAction),
    supplements: dossier.supplements.map(presentSupplement),
    account: row.accountId === null ? null : { id: row.accountId, state: row.accountState },
    finance: state.finance,
    papers: state.papers,
    supplement: state.supplement,
    supplementsAsked: state.supplementsAsked,
    pausedAt: state.pausedAt,
    endedAt: state.endedAt,
    punctuality: punctualityOf(state, dossier.now),
    allowed: [...dossier.allowed],
    receivingOffice: presentCommune(row.commune),
    competentCommune: presentCommune(row.competentCommune ?? row.commune),
  };
}
