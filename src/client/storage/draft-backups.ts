import type { DraftBackup } from './model.ts';
import type { Tables, Transaction } from './tables.ts';
import { NoSpaceLeft } from './watch-space.ts';

/** A backup as it goes up: ciphertext, and what the office names it by. */
export interface BackupToSend {
  readonly id: string;
  readonly updatedAt: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A state of a draft, by the moment it was saved. */
export interface DraftState {
  readonly id: string;
  readonly updatedAt: string;
}

/**
 * Drafts on their way into the office's keeping. Sending needs no PIN and is done by page and service worker; making
 * a backup needs the open vault. No photo is in one.
 */
export interface DraftBackups {
  /** What the office has not confirmed, oldest first, up to `maxBytes`; at least one where any waits. */
  nextToSend(limit: number, maxBytes: number): Promise<readonly BackupToSend[]>;
  /** Without the bytes, of everybody on this tablet. */
  list(): Promise<readonly Omit<DraftBackup, 'sealed'>[]>;
  /** This person's drafts whose present state was not given to the office. */
  listUnsealed(staffId: string): Promise<readonly DraftState[]>;
  /** This person's discarded drafts of which the office has not been told under their signature. */
  listUnsigned(staffId: string): Promise<readonly DraftState[]>;
  /** Puts a sealed state into the queue; false where the draft was saved, finished or discarded meanwhile. */
  putSealed(staffId: string, backup: BackupToSend): Promise<boolean>;
  /** Puts the signed news of a discarded draft into the queue. */
  putSigned(staffId: string, news: BackupToSend): Promise<void>;
}

export function createDraftBackups(tables: Tables, announce: () => void): DraftBackups {
  async function write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const outcome = await tables.write(work);
    if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write a draft backup');
    announce();
    return outcome.value;
  }

  return {
    async nextToSend(limit, maxBytes) {
      const rows = await tables.read((transaction) => transaction.all('draftBackups'));
      const waiting = rows.flatMap(({ id, updatedAt, sealed }) =>
        sealed === undefined ? [] : [{ id, updatedAt, bytes: sealed }],
      );
      waiting.sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
      const next: BackupToSend[] = [];
      let total = 0;
      for (const backup of waiting) {
        total += backup.bytes.length;
        if (next.length >= limit || (next.length > 0 && total > maxBytes)) break;
        next.push(backup);
      }
      return next;
    },

    async list() {
      const rows = await tables.read((transaction) => transaction.all('draftBackups'));
      return rows.map(({ sealed: _sealed, ...row }) => row);
    },

    listUnsealed: (staffId) =>
      tables.read(async (transaction) => {
        const given = new Map((await transaction.all('draftBackups')).map((row) => [row.id, row]));
        return (await transaction.all('drafts'))
          .filter((draft) => draft.staffId === staffId && !isGiven(draft, given.get(draft.id)))
          .map(({ id, updatedAt }) => ({ id, updatedAt }));
      }),

    listUnsigned: (staffId) =>
      tables.read(async (transaction) =>
        (await transaction.all('draftBackups'))
          .filter((row) => row.staffId === staffId && row.state === 'ended' && row.sealed === undefined)
          .map(({ id, updatedAt }) => ({ id, updatedAt })),
      ),

    putSealed: (staffId, { id, updatedAt, bytes }) =>
      write(async (transaction) => {
        const draft = await transaction.get('drafts', id);
        if (draft?.staffId !== staffId || draft.updatedAt !== updatedAt) return false;
        await transaction.put('draftBackups', { id, staffId, updatedAt, sealed: bytes, state: 'waiting' });
        return true;
      }),

    putSigned: (staffId, { id, updatedAt, bytes }) =>
      write(async (transaction) => {
        const row = await transaction.get('draftBackups', id);
        if (row?.state !== 'ended' || row.staffId !== staffId || row.updatedAt !== updatedAt) return;
        await transaction.put('draftBackups', { ...row, sealed: bytes });
      }),
  };
}

/**
 * Applies what the office says of backups, within the transaction of its answer: those it has need not be sent again; news
 * it has heard is forgotten; where the commune keeps no drafts, none waits.
 */
export async function noteKeptBackups(
  transaction: Transaction,
  answer: { readonly kept: readonly DraftState[]; readonly keepsDrafts: boolean },
): Promise<void> {
  for (const { id, updatedAt } of answer.kept) {
    const row = await transaction.get('draftBackups', id);
    // A state saved since then is not the one the office speaks of.
    if (row?.sealed === undefined || Date.parse(row.updatedAt) !== Date.parse(updatedAt)) continue;
    const { sealed: _sealed, ...rest } = row;
    if (row.state === 'ended') await transaction.delete('draftBackups', id);
    else await transaction.put('draftBackups', { ...rest, state: 'kept' });
  }
  if (answer.keepsDrafts) return;
  for (const { id } of await transaction.all('draftBackups')) await transaction.delete('draftBackups', id);
}

/** A draft given up: within the transaction that removes it. Its keeping ends with a signed word, made when there is time. */
export async function endBackup(transaction: Transaction, id: string, at: Date): Promise<void> {
  const row = await transaction.get('draftBackups', id);
  if (row === undefined) return;
  const moment = Math.max(at.getTime(), Date.parse(row.updatedAt) + 1);
  const { sealed: _sealed, ...rest } = row;
  await transaction.put('draftBackups', {
    ...rest,
    updatedAt: new Date(moment).toISOString(),
    state: 'ended',
  });
}

/**
 * A draft finished: within the transaction that queues it. What the office keeps of it ends when the submission arrives,
 * and not before: until then it is what is left if this tablet is lost.
 */
export async function forgetBackup(transaction: Transaction, id: string): Promise<void> {
  await transaction.delete('draftBackups', id);
}

function isGiven(draft: DraftState & { readonly staffId: string }, row: DraftBackup | undefined): boolean {
  return row?.staffId === draft.staffId && row.updatedAt === draft.updatedAt;
}
