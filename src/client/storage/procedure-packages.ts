import type { StoredPackage } from './model.ts';
import type { Tables, Transaction } from './tables.ts';
import { NoSpaceLeft } from './watch-space.ts';

/**
 * Procedures that the office published, as they came. None is ever thrown away: a draft, a finished record or a correction
 * may be pinned to any of them (I9), and they are small.
 */
export interface ProcedurePackages {
  /** Without their content. */
  list(): Promise<readonly Omit<StoredPackage, 'json'>[]>;
  find(id: string, version: number): Promise<StoredPackage | undefined>;
  /**
   * Keeps one whose digest the caller has checked. A whole one that is there already stays as it is, whatever its digest:
   * drafts may have begun with it. True where it was written.
   */
  put(received: Omit<StoredPackage, 'receivedAt' | 'state'>): Promise<boolean>;
  /** Notes that the bytes are not those of their digest any more: they stay, and are asked for again. */
  markDamaged(id: string, version: number): Promise<void>;
}

export function createProcedurePackages(
  tables: Tables,
  now: () => Date,
  announce: () => void,
): ProcedurePackages {
  async function write(work: (transaction: Transaction) => Promise<boolean>): Promise<boolean> {
    const outcome = await tables.write(work);
    if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write a procedure');
    if (outcome.value) announce();
    return outcome.value;
  }

  return {
    list: async () =>
      (await tables.read((transaction) => transaction.all('procedurePackages'))).map(
        ({ json: _json, key: _key, ...row }) => row,
      ),

    async find(id, version) {
      const row = await tables.read((transaction) =>
        transaction.get('procedurePackages', keyOf(id, version)),
      );
      if (row === undefined) return undefined;
      const { key: _key, ...stored } = row;
      return stored;
    },

    put: ({ id, version, digest, json }) =>
      write(async (transaction) => {
        const key = keyOf(id, version);
        if ((await transaction.get('procedurePackages', key))?.state === 'kept') return false;
        const receivedAt = now().toISOString();
        await transaction.put('procedurePackages', {
          key,
          id,
          version,
          digest,
          json,
          receivedAt,
          state: 'kept',
        });
        return true;
      }),

    markDamaged: async (id, version) => {
      await write(async (transaction) => {
        const row = await transaction.get('procedurePackages', keyOf(id, version));
        if (row?.state !== 'kept') return false;
        await transaction.put('procedurePackages', { ...row, state: 'damaged' });
        return true;
      });
    },
  };
}

function keyOf(id: string, version: number): string {
  return `${id}/${version}`;
}
