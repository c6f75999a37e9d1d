import type { Refusal } from '../../contract/down/down-message.ts';
import { signReceipt } from '../../contract/down/receipt-token.ts';
import { readHeader } from '../../contract/envelope/layout.ts';
import { openEnvelope } from '../../contract/envelope/open.ts';
import { sha256Base64url } from '../../contract/keys.ts';
import type { Report } from '../../contract/up/report.ts';
import type { Submission } from '../../contract/up/submission.ts';
import type { Deps } from '../deps.ts';
import { type Carrier, columnsOf } from '../storage/carrier.ts';
import { inTransaction } from '../storage/connection.ts';
import { findKeptEnvelope } from '../storage/envelopes.ts';
import { appendAudit } from '../storage/journal.ts';
import { findStaffKey, type StaffKeyRow } from '../storage/staff-keys.ts';
import { isStorable } from '../storage/storable.ts';
import { envelopeSigner } from './envelope-signer.ts';
import { judgeSubmission } from './judge-submission.ts';
import type { ArrivedEnvelope } from './keep-envelope.ts';
import type { RecordOutcome } from './record-outcome.ts';
import { recordReport } from './record-report.ts';
import { recordSubmission } from './record-submission.ts';
import { recordSupplement } from './record-supplement.ts';

/*
 *  bytes ─▶ already kept? ─▶ open ─▶ verify ─▶ signer is who it says ─▶ engine ─▶ one transaction ─▶ receipt
 *             │ same digest: the same receipt                                      envelope, and what it is: account, dossier,
 *             │ other digest: conflict, the first stays                            supplement to one, report; change, audit
 *  Every refusal is on record, and changes nothing else.
 */

export type IntakeOutcome =
  | {
      readonly kind: 'received';
      /** Compact JWS, as first given (I3): what version 1 of the contract answers with. */
      readonly receipt: string;
      readonly digest: string;
      readonly receivedAt: Date;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface Arrival {
  /** Id under which the tablet sent it. */
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Its author's tablet, or a courier. */
  readonly carriedBy: Carrier;
}

type Reading =
  | { readonly kind: 'read'; readonly signer: StaffKeyRow; readonly message: Submission | Report }
  | { readonly kind: 'refused'; readonly reason: Refusal['reason']; readonly detail?: string };

/** Exactly once (I3): however often and by whichever road these bytes come, one record and one receipt. `@idempotent with id and digest` */
export async function takeInEnvelope(deps: Deps, arrival: Arrival): Promise<IntakeOutcome> {
  const digest = await sha256Base64url(arrival.bytes);
  const known = await findKnown(deps, arrival.id, digest);
  if (known === 'conflict') return refuse(deps, arrival, digest, { reason: 'id-conflict' });
  if (known !== undefined) return known;

  const reading = await read(deps, arrival);
  if (reading.kind === 'refused') return refuse(deps, arrival, digest, reading);
  const { signer, message } = reading;
  const receivedAt = deps.clock.now();
  const receipt = await signReceipt(
    { id: arrival.id, of: 'envelope', digest, receivedAt: receivedAt.toISOString() },
    deps.keys.receipt.current,
  );
  const kind = 'answers' in message ? message.kind : 'report';
  const recorded = await record(deps, { ...arrival, kind, digest, receipt, signer, receivedAt }, message);
  switch (recorded.kind) {
    case 'recorded':
      return { kind: 'received', receipt, digest, receivedAt };
    case 'refused':
      return refuse(deps, arrival, digest, recorded);
    case 'already-there': {
      const twin = await findKnown(deps, arrival.id, digest);
      if (twin === undefined) throw new Error(`envelope ${arrival.id} is neither kept nor new`);
      return twin === 'conflict' ? refuse(deps, arrival, digest, { reason: 'id-conflict' }) : twin;
    }
  }
}

/** What the message is decides what becomes of it. */
async function record(
  deps: Deps,
  envelope: ArrivedEnvelope,
  message: Submission | Report,
): Promise<RecordOutcome> {
  if (!('answers' in message)) return recordReport(deps, envelope, message);
  const { supplements } = message;
  if (supplements !== undefined) return recordSupplement(deps, envelope, { ...message, supplements });
  const { id, version } = message.procedure;
  const definition = await deps.procedures.find(deps.db, id, version);
  const judgement = judgeSubmission(message, definition, envelope.receivedAt);
  if (judgement.kind === 'refused') return judgement;
  return recordSubmission(deps, envelope, message, judgement);
}

async function findKnown(
  deps: Deps,
  id: string,
  digest: string,
): Promise<(IntakeOutcome & { kind: 'received' }) | 'conflict' | undefined> {
  const kept = await findKeptEnvelope(deps.db, id);
  if (kept === undefined) return undefined;
  return kept.digest === digest ? { kind: 'received', ...kept } : 'conflict';
}

async function read(deps: Deps, { id, bytes }: Arrival): Promise<Reading> {
  const header = readHeader(bytes);
  if (header === undefined) return { kind: 'refused', reason: 'unreadable', detail: 'not an envelope' };
  if (header.id !== id) return { kind: 'refused', reason: 'message-invalid', detail: 'id' };
  let signer: StaffKeyRow | undefined;
  const opened = await openEnvelope(bytes, {
    recipientKeys: (keyId) => deps.keys.sealing.find(keyId),
    signerKey: async (keyId) => {
      signer = await findStaffKey(deps.db, keyId);
      return signer === undefined ? undefined : envelopeSigner(signer);
    },
  });
  switch (opened.kind) {
    case 'opened':
    case 'opened-report':
      break;
    case 'not-an-envelope':
    case 'unreadable':
    case 'unknown-key':
      return { kind: 'refused', reason: 'unreadable', detail: opened.kind };
    case 'unknown-version':
      return {
        kind: 'refused',
        reason: 'message-invalid',
        detail: `contract version ${opened.contractVersion}`,
      };
    case 'signer-unknown':
    case 'signature-invalid':
      return { kind: 'refused', reason: opened.kind };
    case 'message-invalid':
      return { kind: 'refused', reason: 'message-invalid', detail: opened.detail };
  }
  const message = opened.kind === 'opened' ? opened.submission : opened.report;
  const { assistedBy } = message;
  // Whoever signed must be who the message says assisted, on the tablet that the key was made on.
  if (signer?.staffId !== assistedBy.staffId || signer.deviceId !== assistedBy.deviceId) {
    return { kind: 'refused', reason: 'message-invalid', detail: 'assistedBy' };
  }
  // Its own fault, and nobody else's: what only the database found wrong would hold up all that came with it (I6).
  if (!isStorable(message)) return { kind: 'refused', reason: 'message-invalid', detail: 'characters' };
  return { kind: 'read', signer, message };
}

async function refuse(
  deps: Deps,
  arrival: Arrival,
  digest: string,
  { reason, detail }: { readonly reason: Refusal['reason']; readonly detail?: string },
): Promise<IntakeOutcome> {
  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, {
      at: deps.clock.now(),
      ...columnsOf(arrival.carriedBy),
      action: 'envelope-refused',
      subject: arrival.id,
      detail: { digest, reason, ...(detail !== undefined && { detail }) },
    }),
  );
  const refusal: Refusal = {
    id: arrival.id,
    of: 'envelope',
    digest,
    reason,
    ...(detail !== undefined && { detail }),
  };
  return { kind: 'refused', refusal };
}
