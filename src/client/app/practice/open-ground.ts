import { v7 as uuidv7 } from 'uuid';
import { exportPublicKey, generateKeyPair } from '../../../contract/keys.ts';
import { findCommune, THANH_HOA } from '../../../domain/place/communes.ts';
import type { Services } from '../../features/field/common/services.ts';
import { withMarkedReferences } from '../../features/field/practice/mark-reference.ts';
import { createProcedures } from '../../procedures/procedures.ts';
import { createMemoryStorage } from '../../storage/memory-storage.ts';
import { createMemoryDisk } from '../../storage/memory-tables.ts';
import type { Storage } from '../../storage/storage.ts';
import { createQuietDriver } from '../../sync/quiet-driver.ts';
import { makeDeviceKeys } from '../../vault/device-keys.ts';
import { FLOOR_COST } from '../../vault/pin-cost.ts';
import { createVault } from '../../vault/vault.ts';
import { countChanges } from '../change-counter.ts';
import { createSessionHolder } from '../session-holder.ts';
import { seedFamily } from './seed-family.ts';

export interface PracticeGround {
  /** The same services as the real field app has, over a disk in memory and a sender that never sends. */
  readonly services: Services;
  /** Closes the vault and lets go of everything. Harmless when done already. */
  readonly close: () => void;
}

interface Wanted {
  /** As the screens shall name who practises; on slips too. */
  readonly staffName: string;
  readonly deviceName: string;
  readonly commune: { readonly code: string; readonly name: string };
  readonly appVersion: string;
  /** The tablet's own voices and languages, to hear them while practising: public, and read only. */
  readonly voices: Pick<Storage['languages'], 'listPacks' | 'listSounds' | 'findSound'>;
  readonly now: () => Date;
  readonly onBug: (error: unknown) => void;
}

/**
 * A whole field app to practise in. Nothing of it can write to the tablet's own storage, and nothing of it knows the tablet's
 * vault or sender: they are no argument here. The keys it seals to are made on the spot and forgotten, so nobody could open
 * what it seals.
 */
export async function openGround({
  staffName,
  deviceName,
  commune,
  appVersion,
  voices,
  now,
  onBug,
}: Wanted): Promise<PracticeGround> {
  const memory = createMemoryStorage(createMemoryDisk(), now);
  const { listPacks, listSounds, findSound } = voices;
  const storage: Storage = {
    ...memory,
    languages: { ...memory.languages, listPacks, listSounds, findSound },
  };
  const sealing = await generateKeyPair('sealing');
  const office = await generateKeyPair('signing');
  const deviceId = uuidv7();
  const deviceKeys = await makeDeviceKeys(deviceId);
  await storage.putDeviceKeys(deviceKeys);
  await storage.putDevice({
    deviceId,
    deviceName,
    commune,
    sealingKey: { id: sealing.id, publicKey: await exportPublicKey(sealing.publicKey) },
    receiptKeys: [{ id: office.id, publicKey: await exportPublicKey(office.publicKey) }],
    cursor: 0,
    leases: [],
    demo: false,
  });
  const { vault } = await createVault({
    pin: uuidv7(),
    deviceKeys,
    staff: { staffId: uuidv7(), displayName: staffName, login: 'practice' },
    signingKeyPair: await generateKeyPair('signing', true),
    cost: FLOOR_COST,
  });
  const records = withMarkedReferences(await storage.openRecords(vault));
  const session = createSessionHolder();
  session.unlock({ vault, records });
  const procedures = createProcedures({ storage, now, onBug });
  await seedFamily({
    storage,
    session: { vault, records },
    office,
    place: { province: findCommune(commune.code)?.province ?? THANH_HOA, commune: commune.code },
    now,
    newId: uuidv7,
    findCurrent: (id) => procedures.current(id),
  });
  return {
    services: {
      storage,
      sync: createQuietDriver(),
      session,
      now,
      newId: uuidv7,
      appVersion,
      changes: countChanges(storage),
    },
    close: () => {
      session.lock();
      storage.close();
    },
  };
}
