import { civilDate } from '../../../i18n/formats.ts';
import type { Kiosk, KioskNumber } from '../../../storage/model.ts';
import { makeVisit } from '../../../vault/kiosk-keys.ts';
import { isEmpty } from '../common/kiosk/take-in-visits.ts';
import type { Services, Session, SessionHolder } from '../common/services.ts';

/** One person at the kiosk, from the first touch until they are forgotten. */
export interface Visit {
  readonly id: string;
  /** Stands where the staff's session stands at a table: its vault holds this visit and nothing else. */
  readonly session: SessionHolder;
  /**
   * Saves the last words, lets go of the key and of everything in memory, and leaves the drafts for staff. From then on
   * nothing on this tablet but the vault of the kiosk's owner reads them. Undefined where there is nothing to leave.
   */
  readonly end: (how: KioskNumber['how']) => Promise<KioskNumber | undefined>;
}

type Ports = Pick<Services, 'storage' | 'now' | 'newId'>;

/** Begins a visit: its key is on the disk, sealed, before the first word is kept under it. */
export async function beginVisit(kiosk: Kiosk, { storage, now, newId }: Ports): Promise<Visit> {
  const id = newId();
  const { vault, sealedKey } = await makeVisit(id, kiosk.publicKey);
  await storage.kiosk.beginVisit({ id, staffId: kiosk.staffId, beganAt: now().toISOString(), sealedKey });
  const session: Session = { vault, records: await storage.openRecords(vault) };
  const savers = new Set<() => Promise<unknown>>();
  let current: Session | undefined = session;
  let ending: Promise<KioskNumber | undefined> | undefined;

  const end = async (how: KioskNumber['how']) => {
    await Promise.allSettled([...savers].map((save) => save()));
    for (const entry of session.records.listEntries()) {
      const draft = await session.records.findDraft(entry.id);
      if (draft !== undefined && isEmpty(draft)) await session.records.discardDraft(entry.id);
    }
    current = undefined;
    storage.closeRecords(id);
    vault.close();
    return await storage.kiosk.endVisit(id, how, civilDate(now()));
  };
  return {
    id,
    session: {
      find: () => current,
      subscribe: () => () => undefined,
      lastStaffId: () => undefined,
      beforeLock: (save) => {
        savers.add(save);
        return () => savers.delete(save);
      },
      unlock: () => {
        throw new Error('nobody unlocks a visit');
      },
      lock: () => undefined,
    },
    end: (how) => {
      ending ??= end(how);
      return ending;
    },
  };
}
