import { createHash } from 'node:crypto';
import { canonicalJson } from '../../contract/canonical-json.ts';
import type { Change } from '../../contract/down/change.ts';
import type { DbOrTrx, Trx } from './connection.ts';

/*
 * [Note: One journal row]
 * The audit chain and the change feed promise "no gap, and in the order of commits". A sequence cannot: two
 * transactions may take 7 and 8 and commit 8 first, and a tablet that has seen 8 would never ask for 7. So each
 * writer locks the single row of `journal` and keeps it until commit. It is the last thing a transaction does,
 * so that the lock is short and no two writers wait for each other in a circle.
 */

/** One fact for the record (I10). `detail` names ids and values that changed, never a citizen's answers. */
export interface AuditEntry {
  readonly at: Date;
  readonly staffId: string | null;
  readonly deviceId: string | null;
  /** Verb of the domain: `enrolment-redeemed`, `envelope-received`, `dossier-accepted` … */
  readonly action: string;
  /** Id of what it is about. */
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

type WithoutCursor<C> = C extends Change ? Omit<C, 'cursor'> : never;
/** A change before the journal gave it its place. */
export type ChangeBody = WithoutCursor<Change>;

/** Hash of one link: SHA-256 (hex) over the previous hash, a line feed, and the entry as canonical JSON. */
export function auditHash(previousHash: string, seq: number, entry: AuditEntry): string {
  const body = canonicalJson({
    seq,
    at: entry.at.toISOString(),
    staffId: entry.staffId,
    deviceId: entry.deviceId,
    action: entry.action,
    subject: entry.subject,
    detail: entry.detail,
  });
  return createHash('sha256').update(`${previousHash}\n${body}`).digest('hex');
}

/** Adds a link to the hash chain, in the caller's transaction. Call it after all other writes. See: [Note: One journal row] */
export async function appendAudit(trx: Trx, entry: AuditEntry): Promise<void> {
  const journal = await lockJournal(trx);
  const seq = Number(journal.last_audit) + 1;
  const hash = auditHash(journal.last_audit_hash, seq, entry);
  await trx
    .insertInto('audit')
    .values({
      seq,
      at: entry.at,
      staff_id: entry.staffId,
      device_id: entry.deviceId,
      action: entry.action,
      subject: entry.subject,
      detail: JSON.stringify(entry.detail),
      previous_hash: journal.last_audit_hash,
      hash,
    })
    .execute();
  await trx.updateTable('journal').set({ last_audit: seq, last_audit_hash: hash }).execute();
}

/** Tells the tablets of a staff member, or all of them (null), in the caller's transaction. See: [Note: One journal row] */
export async function appendChange(trx: Trx, staffId: string | null, body: ChangeBody): Promise<number> {
  const journal = await lockJournal(trx);
  const cursor = Number(journal.last_change) + 1;
  await trx
    .insertInto('changes')
    .values({ cursor, staff_id: staffId, body: JSON.stringify({ ...body, cursor }) })
    .execute();
  await trx.updateTable('journal').set({ last_change: cursor }).execute();
  return cursor;
}

/** Lets nobody else write a change or the record before this transaction ends: for deciding on what was said last. */
export async function holdJournal(trx: Trx): Promise<void> {
  await lockJournal(trx);
}

function lockJournal(trx: Trx) {
  return trx.selectFrom('journal').selectAll().forUpdate().executeTakeFirstOrThrow();
}

export type ChainVerdict =
  | { readonly kind: 'intact'; readonly links: number; readonly lastHash: string }
  | { readonly kind: 'broken'; readonly seq: number; readonly reason: 'gap' | 'altered' | 'cut-off' };

const BATCH = 1000;

/** Walks the whole chain in order and says where it first breaks: a row missing, altered, or the end cut off. */
export async function verifyAuditChain(db: DbOrTrx): Promise<ChainVerdict> {
  const journal = await db.selectFrom('journal').selectAll().executeTakeFirstOrThrow();
  const end = Number(journal.last_audit);
  let previous = '';
  let seq = 0;
  while (seq < end) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', String(seq))
      .where('seq', '<=', String(end))
      .orderBy('seq')
      .limit(BATCH)
      .execute();
    if (rows.length === 0) return { kind: 'broken', seq: seq + 1, reason: 'cut-off' };
    for (const row of rows) {
      seq += 1;
      if (Number(row.seq) !== seq) return { kind: 'broken', seq, reason: 'gap' };
      const entry: AuditEntry = {
        at: row.at,
        staffId: row.staff_id,
        deviceId: row.device_id,
        action: row.action,
        subject: row.subject,
        detail: row.detail,
      };
      const hash = auditHash(previous, seq, entry);
      if (row.previous_hash !== previous || row.hash !== hash)
        return { kind: 'broken', seq, reason: 'altered' };
      previous = hash;
    }
  }
  if (previous !== journal.last_audit_hash) return { kind: 'broken', seq, reason: 'cut-off' };
  return { kind: 'intact', links: seq, lastHash: previous };
}
