import type { KeptWork } from '../../../../storage/field-work.ts';
import type { Storage } from '../../../../storage/storage.ts';
import type { OpenVault } from '../../../../vault/model.ts';
import { useSession, useStored } from '../services.ts';

/** What this tablet keeps of a person's work; undefined where the office was not asked yet. */
export async function findKeptWork(
  storage: Pick<Storage, 'fieldWork'>,
  vault: OpenVault,
): Promise<KeptWork | undefined> {
  return await (await storage.fieldWork()).find(vault);
}

/** The same for the person who is unlocked, read again whenever something is stored. Null while it is not known. */
export function useKeptWork(): KeptWork | undefined | null {
  const { vault } = useSession();
  const found = useStored(`work ${vault.staffId}`, async ({ storage }) => ({
    kept: await findKeptWork(storage, vault),
  }));
  return found === undefined ? null : found.kept;
}
