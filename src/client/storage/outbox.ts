import type { Refusal } from '../../contract/down/down-message.ts';
import { noteKeptBackups } from './draft-backups.ts';
import type { DeviceRecord, OfficeState, OutboxAttachment, OutboxEnvelope } from './model.ts';
import { findProof } from './receipt-lists.ts';
import { isReplaced, keepFirst, newsKey, withoutReplaced } from './replaced.ts';
import { settleByList } from './settle.ts';
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

    async nextAttachments(
      limit,
      { sizes: { least = 0, most = Number.POSITIVE_INFINITY } = {}, alongWith } = {},
    ) {
      return await tables.read(async (transaction) => {
        const envelopes = new Map((await transaction.all('outboxEnvelopes')).map((row) => [row.id, row]));
        // A photo that a courier brought without its envelope goes too: the owner or another file brings that one.
        const mayGo = (row: OutboxAttachment) => {
          const envelope = envelopes.get(row.submissionId);
          if (envelope === undefined) return row.carriedFor !== undefined;
          return envelope.state === 'received' || alongWith?.has(envelope.id) === true;
        };
        const fits = ({ ciphertextSize }: OutboxAttachment) =>
          ciphertextSize >= least && ciphertextSize <= most;
        return (await transaction.all('outboxAttachments'))
          .filter((row) => row.state === 'waiting' && fits(row) && mayGo(row))
          .sort((a, b) => a.ciphertextSize - b.ciphertextSize)
          .slice(0, limit);
      });
    },

    beginUpload: (attachmentId) =>
      write(async (transaction) => {
        const row = await transaction.get('outboxAttachments', attachmentId);
        if (row !== undefined) await transaction.put('outboxAttachments', { ...row, isBegun: true });
      }),

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

    health: () => tables.read(readHealth),

    async listEnvelopes() {
      const rows = await tables.read((transaction) => transaction.all('outboxEnvelopes'));
      return rows.map(({ size: _size, ...row }) => row);
    },
    listAttachments: () => tables.read((transaction) => transaction.all('outboxAttachments')),

    applyAnswer: (answer) =>
      write(async (transaction) => {
        if (answer.received) await settleByList(transaction, answer.received);
        await setAside(transaction, answer.refusals);
        await learn(transaction, answer);
      }),

    async applyReceiptList(received) {
      let settled = 0;
      await write(async (transaction) => {
        settled = await settleByList(transaction, received);
      });
      return settled;
    },

    refuse: (refusals) => write((transaction) => setAside(transaction, refusals)),
    findProof: (receipt) => tables.read((transaction) => findProof(transaction, receipt)),

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

async function setAside(transaction: Transaction, refusals: readonly Refusal[]): Promise<void> {
  for (const { id, of, digest, reason } of refusals) {
    // What the office has given its word for, a later refusal does not take back; nor is one about other bytes heard.
    if (of === 'envelope') {
      const row = await transaction.get('outboxEnvelopes', id);
      if (row?.digest === digest && row.state !== 'received')
        await transaction.put('outboxEnvelopes', { ...row, state: 'attention', attention: reason });
    } else {
      const row = await transaction.get('outboxAttachments', id);
      if (row?.ciphertextDigest === digest && row.state !== 'received')
        await transaction.put('outboxAttachments', { ...row, state: 'attention', attention: reason });
    }
  }
}

/** What an answer says of other things than the items sent. */
async function learn(transaction: Transaction, answer: Answer): Promise<void> {
  const { policy, sealingKey, receiptKeys, contractVersion } = answer;
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
  await noteKeptBackups(transaction, {
    kept: answer.keptBackups ?? [],
    keepsDrafts: policy?.backups ?? true,
  });
  const device = await transaction.get('device', 'device');
  if (device === undefined) return;
  const isAnew = device.record.contractVersion !== contractVersion;
  const record: DeviceRecord = {
    ...device.record,
    cursor: isAnew ? answer.cursor : Math.max(device.record.cursor, answer.cursor),
    contractVersion,
    lastAnswerAt: answer.at,
    leases: answer.leases,
    ...(sealingKey && { sealingKey }),
    ...(receiptKeys && { receiptKeys }),
    ...(policy && { policy }),
  };
  await transaction.put('device', { id: 'device', record });
}

function isOfficeState(change: Answer['changes'][number]): change is OfficeState {
  return change.kind === 'dossier' || change.kind === 'account';
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

/** Counts for the office: by rows, so that nothing has to be opened. */
async function readHealth(transaction: Transaction) {
  const all = await transaction.all('outboxEnvelopes');
  const { envelopes, photos } = withoutReplaced(all, await transaction.all('outboxAttachments'));
  const { waiting, attention } = countSubmissions(envelopes, photos);
  const withPhotosLeft = new Set(
    photos.filter(({ state }) => state !== 'received').map(({ submissionId }) => submissionId),
  );
  const [oldestUnsentAt = null] = envelopes
    .filter((row) => row.state !== 'received' || withPhotosLeft.has(row.id))
    .map(({ queuedAt }) => queuedAt)
    .sort();
  const drafts = (await transaction.all('drafts')).length;
  return { drafts, unsent: waiting + attention, attention, oldestUnsentAt };
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
