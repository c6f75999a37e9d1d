import type { Receipt } from '../../contract/down/receipt.ts';
import type { OfficeState, OutboxAttachment, OutboxEnvelope } from './model.ts';
import { freeReplaced, isReplaced, keepFirst, newsKey, withoutReplaced } from './replaced.ts';
import type { Outbox } from './storage.ts';
import type { Rows, Tables, Transaction } from './tables.ts';
import { NoSpaceLeft } from './watch-space.ts';

type EnvelopeRow = Rows['outboxEnvelopes'];
type Answer = Parameters<Outbox['applyAnswer']>[0];

/** The sealed queue over the disk; `announce` is called after each commit. */
export function createOutbox(tables: Tables, announce: () => void): Outbox {
  async function write(work: (transaction: Transaction) => Promise<void>): Promise<void> {
    const outcome = await tables.write(work);
    // The office's answer frees space; where even that finds none, nothing was written, and it comes again.
    if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write the outbox');
    announce();
  }

  return {
    async nextEnvelopes(limit, maxBytes) {
      return await tables.read(async (transaction) => {
        const waiting = (await transaction.all('outboxEnvelopes')).filter(
          (row) => row.state === 'waiting' && !isReplaced(row),
        );
        const envelopes: OutboxEnvelope[] = [];
        let total = 0;
        for (const { size, ...row } of waiting.sort(inSendingOrder)) {
          total += size;
          // One envelope too long for a batch still goes, alone: it must not block those behind it (I6).
          if (envelopes.length >= limit || (envelopes.length > 0 && total > maxBytes)) break;
          const stored = await transaction.get('envelopeBytes', row.id);
          if (stored) envelopes.push({ ...row, bytes: stored.bytes });
        }
        return envelopes;
      });
    },

    async nextAttachments(limit) {
      return await tables.read(async (transaction) => {
        const envelopes = new Map((await transaction.all('outboxEnvelopes')).map((row) => [row.id, row]));
        // A photo that a courier brought without its envelope goes too: the owner or another file brings that one.
        const mayGo = (row: OutboxAttachment) => {
          const envelope = envelopes.get(row.submissionId);
          return envelope === undefined ? row.carriedFor !== undefined : envelope.state === 'received';
        };
        return (await transaction.all('outboxAttachments'))
          .filter((row) => row.state === 'waiting' && mayGo(row))
          .sort((a, b) => a.ciphertextSize - b.ciphertextSize)
          .slice(0, limit);
      });
    },

    async readCiphertext(attachmentId) {
      return (await tables.read((transaction) => transaction.get('ciphertexts', attachmentId)))?.bytes;
    },

    async counts() {
      const { envelopes, attachments } = await tables.read(async (transaction) => ({
        envelopes: await transaction.all('outboxEnvelopes'),
        attachments: await transaction.all('outboxAttachments'),
      }));
      return countSubmissions(envelopes, attachments);
    },

    async listEnvelopes() {
      const rows = await tables.read((transaction) => transaction.all('outboxEnvelopes'));
      return rows.map(({ size: _size, ...row }) => row);
    },
    listAttachments: () => tables.read((transaction) => transaction.all('outboxAttachments')),

    applyAnswer: (answer) => write((transaction) => applyAnswer(transaction, answer)),

    retry: (id) =>
      write(async (transaction) => {
        const envelope = await transaction.get('outboxEnvelopes', id);
        if (envelope?.state === 'attention' && !isReplaced(envelope))
          await transaction.put('outboxEnvelopes', waitingAgain(envelope));
        const attachment = await transaction.get('outboxAttachments', id);
        if (attachment?.state === 'attention')
          await transaction.put('outboxAttachments', waitingAgain(attachment));
      }),

    readEnvelope: async (id) =>
      (await tables.read((transaction) => transaction.get('envelopeBytes', id)))?.bytes,
    keepFirst: (mended, replaced) => write((transaction) => keepFirst(transaction, mended, replaced)),

    listOfficeNews: async () =>
      (await tables.read((transaction) => transaction.all('officeNews'))).map(({ change }) => change),
    findOfficeState: (submissionId) =>
      tables.read((transaction) => transaction.get('officeStates', submissionId)),
    listOfficeStates: () => tables.read((transaction) => transaction.all('officeStates')),
  };
}

async function applyAnswer(transaction: Transaction, answer: Answer): Promise<void> {
  for (const { receipt, jws } of answer.receipts) await settleByReceipt(transaction, receipt, jws);
  for (const { id, of, reason } of answer.refusals) {
    const table = of === 'envelope' ? 'outboxEnvelopes' : 'outboxAttachments';
    const row = await transaction.get(table, id);
    // What the office has given its word for, a later refusal does not take back.
    if (row && row.state !== 'received')
      await transaction.put(table, { ...row, state: 'attention', attention: reason });
  }
  for (const change of answer.changes) {
    if (isOfficeState(change)) {
      const known = await transaction.get('officeStates', change.submissionId);
      if (!known || known.cursor < change.cursor) await transaction.put('officeStates', change);
    } else {
      const key = newsKey(change);
      const known = await transaction.get('officeNews', key);
      if (!known || known.change.cursor < change.cursor) await transaction.put('officeNews', { key, change });
    }
  }
  const device = await transaction.get('device', 'device');
  if (device)
    await transaction.put('device', {
      id: 'device',
      record: {
        ...device.record,
        cursor: Math.max(device.record.cursor, answer.cursor),
        lastAnswerAt: answer.at,
        leases: answer.leases,
        sealingKey: answer.sealingKey,
        receiptKeys: answer.receiptKeys,
        ...(answer.policy === undefined ? {} : { policy: answer.policy }),
      },
    });
}

/**
 * Takes one item out of the queue by a receipt whose signature the caller has checked, and only where the digest is that of
 * its row (I2). Whether it was still in the queue.
 */
export async function settleByReceipt(
  transaction: Transaction,
  receipt: Receipt,
  proof: string,
): Promise<boolean> {
  if (receipt.of === 'envelope') {
    const row = await transaction.get('outboxEnvelopes', receipt.id);
    if (row?.digest !== receipt.digest) return false;
    await transaction.put('outboxEnvelopes', received(row, proof));
    await transaction.delete('envelopeBytes', row.id);
    await freeReplaced(transaction, row.id);
    return row.state !== 'received';
  }
  const row = await transaction.get('outboxAttachments', receipt.id);
  if (row?.ciphertextDigest !== receipt.digest) return false;
  await transaction.put('outboxAttachments', received(row, proof));
  await transaction.delete('ciphertexts', row.id);
  return row.state !== 'received';
}

function isOfficeState(change: Answer['changes'][number]): change is OfficeState {
  return change.kind === 'dossier' || change.kind === 'account';
}

function received<Row extends EnvelopeRow | OutboxAttachment>(row: Row, receipt: string) {
  const { attention: _attention, ...rest } = row;
  return { ...rest, state: 'received' as const, receipt };
}

function waitingAgain<Row extends EnvelopeRow | OutboxAttachment>(row: Row) {
  const { attention: _attention, ...rest } = row;
  return { ...rest, state: 'waiting' as const };
}

function inSendingOrder(a: EnvelopeRow, b: EnvelopeRow): number {
  return rank(a) < rank(b) ? -1 : 1;
}

/** Accounts before dossiers, then oldest first; ids are made in time order and settle ties. */
function rank({ kind, queuedAt, id }: EnvelopeRow): string {
  return `${kind === 'account' ? 0 : 1} ${queuedAt} ${id}`;
}

/** In whole submissions, because that is what people count: one is received when its last photo is. */
function countSubmissions(allEnvelopes: readonly EnvelopeRow[], allAttachments: readonly OutboxAttachment[]) {
  const { envelopes, photos: attachments } = withoutReplaced(allEnvelopes, allAttachments);
  const states = new Map(envelopes.map((row) => [row.id, new Set([row.state])]));
  for (const row of attachments) states.get(row.submissionId)?.add(row.state);
  const all = [...states.values()];
  const attention = all.filter((of) => of.has('attention')).length;
  const waiting = all.filter((of) => of.has('waiting') && !of.has('attention')).length;
  const bytesWaiting =
    envelopes.reduce((sum, row) => sum + (row.state === 'waiting' ? row.size : 0), 0) +
    attachments.reduce((sum, row) => sum + (row.state === 'waiting' ? row.ciphertextSize : 0), 0);
  return { waiting, attention, received: all.length - waiting - attention, bytesWaiting };
}
