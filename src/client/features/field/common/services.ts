import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { DeviceRecord } from '../../../storage/model.ts';
import type { Records, Storage } from '../../../storage/storage.ts';
import type { SyncDriver, SyncStatus } from '../../../sync/model.ts';
import type { OpenVault } from '../../../vault/model.ts';

/** An unlocked staff member: in memory only, gone with `lock()`. */
export interface Session {
  readonly vault: OpenVault;
  readonly records: Records;
}

/** Who is unlocked on this tablet now. */
export interface SessionHolder {
  readonly find: () => Session | undefined;
  readonly subscribe: (listener: () => void) => () => void;
  /** Who was unlocked last since the app was loaded; that person comes back to the screen they left. */
  readonly lastStaffId: () => string | undefined;
  readonly unlock: (session: Session) => void;
  /** Closes the vault and forgets keys and records. Harmless when locked already. */
  readonly lock: () => void;
  /** Asked when a lock begins, while the vault is still open: save what was typed last. Returns "no longer needed". */
  readonly beforeLock: (save: () => Promise<unknown>) => () => void;
}

/** What every field screen may need; made once by `client/app`, given through React context. */
export interface Services {
  readonly storage: Storage;
  readonly sync: SyncDriver;
  readonly session: SessionHolder;
  /** The wall clock, as an argument to everything that needs one. */
  readonly now: () => Date;
  /** A new final id (UUIDv7). */
  readonly newId: () => string;
  readonly appVersion: string;
  /** Goes up with each committed change of the storage, from this tab or another. */
  readonly changes: {
    readonly version: () => number;
    readonly subscribe: (listener: () => void) => () => void;
  };
}

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === undefined) throw new Error('no ServicesContext above this screen');
  return services;
}

/** The unlocked session, or undefined when locked; renders again when that changes. */
export function useFoundSession(): Session | undefined {
  const { session } = useServices();
  return useSyncExternalStore(session.subscribe, session.find);
}

/** The unlocked session. For screens behind the lock only; the app shows the lock screen in their place when locked. */
export function useSession(): Session {
  const session = useFoundSession();
  if (session === undefined) throw new Error('this screen is shown only while unlocked');
  return session;
}

/** Renders again on every committed change of the storage. */
export function useStorageVersion(): number {
  const { changes } = useServices();
  return useSyncExternalStore(changes.subscribe, changes.version);
}

/**
 * Reads something from the storage, again after each committed change and whenever `key` changes. Undefined until the
 * first answer; keeps the last answer while reading again.
 */
export function useStored<T>(key: string, read: (services: Services) => Promise<T>): T | undefined {
  const services = useServices();
  const version = useStorageVersion();
  const [stored, setStored] = useState<{ readonly key: string; readonly value: T }>();
  const [failure, setFailure] = useState<{ readonly of: unknown }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is new at each render; `key` names what it reads
  useEffect(() => {
    let wanted = true;
    read(services).then(
      (value) => {
        if (wanted) setStored({ key, value });
      },
      (error: unknown) => {
        if (wanted) setFailure({ of: error });
      },
    );
    return () => {
      wanted = false;
    };
  }, [services, version, key]);
  // A disk that cannot be read is said by the error screen: better than waiting for ever.
  if (failure !== undefined) throw failure.of;
  return stored?.key === key ? stored.value : undefined;
}

/** What the tablet knows of itself and the office; undefined until read. */
export function useDevice(): DeviceRecord | undefined {
  return useStored('device', (services) => services.storage.findDevice());
}

/** What the sender is doing. */
export function useSyncStatus(): SyncStatus {
  const { sync } = useServices();
  return useSyncExternalStore(sync.subscribe, sync.status);
}
