import { v7 } from 'uuid';
import { openAttachment, sealAttachment } from '../../contract/envelope/attachment.ts';
import type { OpenVault } from '../vault/model.ts';
import { endBackup, forgetBackup } from './draft-backups.ts';
import { deleteDraft, isMoved, mergeDrafts, openDraft, sealDraft } from './drafts.ts';
import { type ListChange, loadListIndex, prepareChange } from './list-index.ts';
import type { Draft, DraftAttachment, ListEntry } from './model.ts';
import { openRecord, SummarySchema, sealRecord } from './record-schemas.ts';
import { markReplaced } from './replaced.ts';
import { searchLines } from './search.ts';
import type { Records } from './storage.ts';
import type { Rows, Tables, Transaction } from './tables.ts';
import { NoSpaceLeft } from './watch-space.ts';

/** What a transaction did: `written` also writes the list line, `left` writes nothing at all. */
type Step<R> = { readonly kind: 'written' | 'left'; readonly value: R };
type Committed<R> = { readonly kind: 'committed'; readonly value: R } | { readonly kind: 'no-space' };

export interface OpenedRecords {
  readonly staffId: string;
  readonly records: Records;
  /** Reads what other tabs wrote. */
  refresh(): Promise<void>;
}

/** Opens one staff member's records over the disk. `announce` is called after each commit of this tab. */
export async function openRecordsOver(
  tables: Tables,
  vault: OpenVault,
  now: () => Date,
  announce: () => void,
): Promise<OpenedRecords> {
  const { staffId } = vault;
  let index = await loadListIndex(tables, vault);
  /** Drafts this tab has held: when one of them is not on the disk, it was finished or discarded elsewhere. */
  const held = new Set<string>();
  let turn: Promise<unknown> = Promise.resolve();

  /** One change at a time in this tab; against other tabs the list's counter decides, and the loser tries again. */
  async function commit<R>(change: ListChange, work: (transaction: Transaction) => Promise<Step<R>>) {
    const mine = turn.then(() => commitInTurn(change, work));
    turn = mine.catch(() => undefined);
    return await mine;
  }

  async function commitInTurn<R>(
    change: ListChange,
    work: (transaction: Transaction) => Promise<Step<R>>,
  ): Promise<Committed<R>> {
    for (;;) {
      const prepared = await prepareChange(index, change, vault);
      const outcome = await tables.write(async (transaction) => {
        // First the list: when another tab was faster, nothing else may be written.
        const head = await transaction.get('indexHeads', staffId);
        if ((head?.rev ?? 0) !== index.rev) return undefined;
        const step = await work(transaction);
        if (step.kind === 'written') await prepared.write(transaction);
        return step;
      });
      if (outcome.kind === 'no-space') return outcome;
      if (outcome.value === undefined) {
        index = await loadListIndex(tables, vault, index);
        continue;
      }
      if (outcome.value.kind === 'written') {
        index = prepared.next;
        announce();
      }
      return { kind: 'committed', value: outcome.value.value };
    }
  }

  /** A moment that differs from `before`: it is also the token that tells two states of a draft apart. */
  function momentAfter(before: string): string {
    const at = now().toISOString();
    return at === before ? new Date(now().getTime() + 1).toISOString() : at;
  }

  const lineOf = (entry: ListEntry, updatedAt: string): ListChange => ({
    kind: 'put',
    entry: { ...entry, updatedAt },
  });

  async function isGone(transaction: Transaction, id: string): Promise<boolean> {
    return held.has(id) || (await transaction.get('summaries', id)) !== undefined;
  }

  async function readDraft(id: string): Promise<Draft | undefined> {
    const row = await tables.read((transaction) => transaction.get('drafts', id));
    return row?.staffId === staffId ? await openDraft(vault, row) : undefined;
  }

  /** Writes `draft` where the stored state is still `seen`; else leaves all and says what is there. */
  async function replaceDraft(
    draft: Draft,
    seen: string,
    entry: ListEntry,
    also: (transaction: Transaction) => Promise<void>,
  ): Promise<Committed<'written' | 'stale'>> {
    const row = await sealDraft(vault, draft);
    const outcome = await commit<'written' | 'stale'>(lineOf(entry, draft.updatedAt), async (transaction) => {
      const stored = await transaction.get('drafts', draft.id);
      const isSeen = stored?.updatedAt === seen && stored.staffId === staffId;
      const isStale = stored ? !isSeen : await isGone(transaction, draft.id);
      if (isStale) return { kind: 'left', value: 'stale' };
      await also(transaction);
      await transaction.put('drafts', row);
      return { kind: 'written', value: 'written' };
    });
    if (outcome.kind === 'committed' && outcome.value === 'written') held.add(draft.id);
    return outcome;
  }

  const records: Records = {
    listEntries: () => index.entries,
    unreadablePages: () => index.unreadablePages,
    search: (text, limit) => searchLines(index.sorted, text, limit),

    async findDraft(id) {
      const draft = await readDraft(id);
      if (draft) held.add(id);
      return draft;
    },

    async saveDraft(draft, entry) {
      const at = momentAfter(draft.updatedAt);
      const outcome = await replaceDraft(
        { ...draft, updatedAt: at },
        draft.updatedAt,
        entry,
        async () => undefined,
      );
      if (outcome.kind === 'no-space') return outcome;
      return outcome.value === 'written'
        ? { kind: 'saved', at }
        : { kind: 'stale', current: await readDraft(draft.id) };
    },

    async takeBackDraft(draft, entry) {
      const row = await sealDraft(vault, draft);
      type Taken = 'taken' | 'here' | 'finished' | 'with-colleague';
      const outcome = await commit<Taken>(lineOf(entry, draft.updatedAt), async (transaction) => {
        const stored = await transaction.get('drafts', draft.id);
        const isFinished =
          (await transaction.get('summaries', draft.id)) !== undefined ||
          (await transaction.get('outboxEnvelopes', draft.id)) !== undefined;
        if (isFinished) return { kind: 'left', value: 'finished' };
        if (stored?.staffId === staffId && !(await hasComeBack(transaction, stored, draft)))
          return { kind: 'left', value: 'here' };
        if (stored && stored.updatedAt > draft.updatedAt) return { kind: 'left', value: 'with-colleague' };
        await transaction.put('drafts', row);
        return { kind: 'written', value: 'taken' };
      });
      if (outcome.kind === 'no-space') return outcome;
      if (outcome.value === 'taken') held.add(draft.id);
      return { kind: outcome.value };
    },

    async discardDraft(id) {
      const outcome = await commit({ kind: 'remove', id }, async (transaction) => {
        // A finished draft's photos are in the outbox now, and leave it by receipt alone (I2).
        const isFinished = (await transaction.get('outboxEnvelopes', id)) !== undefined;
        if (isFinished) return { kind: 'left', value: undefined };
        // One that went to a colleague on this tablet is theirs: only the line in this person's list goes.
        const stored = await transaction.get('drafts', id);
        if (stored === undefined || stored.staffId === staffId) {
          await deleteDraft(transaction, id);
          await endBackup(transaction, id, now());
        }
        return { kind: 'written', value: undefined };
      });
      if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write the list');
    },

    async addAttachment(draft, entry, { document, bytes, mediaType }) {
      if (bytes.length === 0) throw new Error('an attachment has at least one byte');
      const id = v7();
      const { ciphertext, ...sealed } = await sealAttachment(bytes, id);
      for (let base = draft; ; ) {
        const updatedAt = momentAfter(base.updatedAt);
        const attachment: DraftAttachment = {
          ...sealed,
          id,
          document,
          mediaType,
          size: bytes.length,
          ciphertextSize: ciphertext.length,
          addedAt: now().toISOString(),
        };
        const next = { ...base, attachments: [...base.attachments, attachment], updatedAt };
        const outcome = await replaceDraft(next, base.updatedAt, entry, (transaction) =>
          transaction.put('ciphertexts', { id, submissionId: draft.id, bytes: ciphertext }),
        );
        if (outcome.kind === 'no-space') return outcome;
        if (outcome.value === 'written') return { kind: 'added', attachment, draft: next };
        const stored = await readDraft(draft.id);
        if (!stored || isMoved(draft, stored)) return { kind: 'stale' };
        base = { ...mergeDrafts(draft, stored), updatedAt: stored.updatedAt };
      }
    },

    async beginCorrection(draft, entry, photos) {
      const outcome = await replaceDraft(draft, draft.updatedAt, entry, async (transaction) => {
        for (const { id, ciphertext } of photos)
          await transaction.put('ciphertexts', { id, submissionId: draft.id, bytes: ciphertext });
      });
      if (outcome.kind === 'no-space') return outcome;
      if (outcome.value === 'stale') throw new Error('a draft with a fresh id cannot be stale');
      return { kind: 'begun' };
    },

    async removeAttachment(draft, entry, attachmentId) {
      for (let base = draft; ; ) {
        const attachments = base.attachments.filter((attachment) => attachment.id !== attachmentId);
        const next = { ...base, attachments, updatedAt: momentAfter(base.updatedAt) };
        const outcome = await replaceDraft(next, base.updatedAt, entry, (transaction) =>
          transaction.delete('ciphertexts', attachmentId),
        );
        if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write the draft without a photo');
        if (outcome.value === 'written') return next;
        const stored = await readDraft(draft.id);
        if (!stored || isMoved(draft, stored)) return { ...draft, attachments };
        base = { ...mergeDrafts(draft, stored), updatedAt: stored.updatedAt };
      }
    },

    async readAttachment({ id, key }) {
      const row = await tables.read((transaction) => transaction.get('ciphertexts', id));
      return row && (await openAttachment(row.bytes, key, id));
    },

    async finish(draft, sealed, summary, entry) {
      if (sealed.id !== draft.id || summary.submission.id !== draft.id)
        throw new Error('a submission keeps the id of its draft');
      const summaryRow: Rows['summaries'] = {
        id: draft.id,
        staffId,
        sealed: await sealRecord(vault, summary, summaryContext(draft.id)),
      };
      const { bytes, ...envelope } = sealed;
      const queuedAt = now().toISOString();
      const outcome = await commit({ kind: 'put', entry }, async (transaction) => {
        if ((await transaction.get('outboxEnvelopes', draft.id)) !== undefined)
          return { kind: 'left', value: 'already-finished' as const };
        await transaction.put('outboxEnvelopes', {
          ...envelope,
          staffId,
          queuedAt,
          state: 'waiting',
          size: bytes.length,
        });
        await transaction.put('envelopeBytes', { id: draft.id, bytes });
        await queueAttachments(transaction, draft.id, summary.submission.attachments, staffId);
        await transaction.put('summaries', summaryRow);
        await transaction.delete('drafts', draft.id);
        await forgetBackup(transaction, draft.id);
        for (const old of draft.replaces ?? []) await markReplaced(transaction, old, draft.id);
        return { kind: 'written', value: 'queued' as const };
      });
      return outcome.kind === 'no-space' ? outcome : { kind: outcome.value };
    },

    async findSummary(id) {
      const row = await tables.read((transaction) => transaction.get('summaries', id));
      if (row?.staffId !== staffId) return undefined;
      return await openRecord(vault, row.sealed, summaryContext(id), SummarySchema);
    },

    async forgetSettled(keepDays) {
      // Fetched when it is needed: the first screen does not wait for it.
      const { FORGET_AT_ONCE, forgetFinished, listForgettable, listSettled } = await import('./retention.ts');
      const by = { staffId, keepDays, now: now().getTime() };
      const settled = await tables.read((transaction) => listSettled(transaction, by));
      let forgotten = 0;
      for (const entry of listForgettable(index.entries, settled, by).slice(0, FORGET_AT_ONCE)) {
        const outcome = await commit({ kind: 'remove', id: entry.id }, async (transaction) => {
          const value = await forgetFinished(transaction, entry, { ...by, lines: index.entries });
          return { kind: value === 'forgotten' ? 'written' : 'left', value };
        });
        if (outcome.kind === 'no-space') return forgotten;
        if (outcome.value === 'forgotten') forgotten += 1;
      }
      return forgotten;
    },
  };

  return {
    staffId,
    records,
    async refresh() {
      const mine = turn.then(async () => {
        index = await loadListIndex(tables, vault, index);
      });
      turn = mine.catch(() => undefined);
      await mine;
    },
  };
}

/**
 * Whether a draft of this person went to a colleague and came back with more in it: what is here has rested since, and the
 * office's state goes on from it.
 */
async function hasComeBack(
  transaction: Transaction,
  stored: Rows['drafts'],
  draft: { readonly id: string; readonly updatedAt: string },
): Promise<boolean> {
  const news = (await transaction.get('officeNews', `draft-offered/${draft.id}`))?.change;
  if (news?.kind !== 'draft-offered' || news.toStaffId !== stored.staffId) return false;
  return Date.parse(stored.updatedAt) <= Date.parse(news.at) && stored.updatedAt < draft.updatedAt;
}

/** Photos that the submission names enter the outbox; those of questions no longer asked go. */
async function queueAttachments(
  transaction: Transaction,
  submissionId: string,
  named: readonly { readonly id: string; readonly ciphertextDigest: string }[],
  staffId: string,
): Promise<void> {
  const stored = await transaction.where('ciphertexts', 'submissionId', submissionId);
  for (const { id, ciphertextDigest } of named) {
    const row = stored.find((ciphertext) => ciphertext.id === id);
    if (!row) throw new Error('a photo that the submission names is not on this tablet');
    const ciphertextSize = row.bytes.length;
    await transaction.put('outboxAttachments', {
      id,
      submissionId,
      staffId,
      ciphertextDigest,
      ciphertextSize,
      state: 'waiting',
    });
  }
  for (const { id } of stored)
    if (!named.some((attachment) => attachment.id === id)) await transaction.delete('ciphertexts', id);
}

function summaryContext(id: string): string {
  return `summary/${id}`;
}
