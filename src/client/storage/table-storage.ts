import { NO_ATTEMPTS } from '../vault/pin-attempts.ts';
import { createCourierStore } from './courier.ts';
import { createDraftBackups } from './draft-backups.ts';
import { createKioskStore } from './kiosk.ts';
import { createLanguageStore } from './languages.ts';
import type { SendingWishes } from './model.ts';
import { createOutbox } from './outbox.ts';
import { createProcedurePackages } from './procedure-packages.ts';
import { type OpenedRecords, openRecordsOver } from './records.ts';
import { countDrafts, startAnew } from './start-anew.ts';
import type { Storage } from './storage.ts';
import type { Tables, Transaction } from './tables.ts';
import { NoSpaceLeft, watchSpace } from './watch-space.ts';

/** `Storage` over a disk. All rules of storage are here and in the files it calls; the two disks know none. */
export function createTableStorage(disk: Tables, now: () => Date): Storage {
  const listeners = new Set<() => void>();
  const opened = new Set<OpenedRecords>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const { tables, isFull } = watchSpace(disk, tell);
  const announce = () => {
    tables.announce();
    tell();
  };
  let isOpen = true;
  tables.onAnnounced(() => {
    // Lists first, so that who reads them when told finds what it was told of. A vault closed meanwhile cannot read.
    void Promise.allSettled([...opened].map((each) => each.refresh())).then(() => isOpen && tell());
  });

  async function write(work: (transaction: Transaction) => Promise<void>): Promise<void> {
    const outcome = await tables.write(work);
    if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write what the tablet itself needs');
    announce();
  }

  return {
    findDevice: async () => (await tables.read((transaction) => transaction.get('device', 'device')))?.record,
    putDevice: (record) => write((transaction) => transaction.put('device', { id: 'device', record })),
    findDeviceKeys: async () =>
      (await tables.read((transaction) => transaction.get('deviceKeys', 'device')))?.keys,
    putDeviceKeys: (keys) => write((transaction) => transaction.put('deviceKeys', { id: 'device', keys })),

    findSendingWishes: async () => await tables.read(readSendingWishes),
    putSendingWishes: (change) =>
      write(async (transaction) => {
        const wishes = { ...(await readSendingWishes(transaction)), ...change };
        await transaction.put('sendingWishes', { id: 'sending', wishes });
      }),

    listVaults: () => tables.read((transaction) => transaction.all('vaults')),
    putVault: (record) => write((transaction) => transaction.put('vaults', record)),
    putPendingEnrolment: (staffKey, sealed) =>
      write((transaction) =>
        sealed
          ? transaction.put('pendingEnrolments', { staffKey, sealed })
          : transaction.delete('pendingEnrolments', staffKey),
      ),
    findPendingEnrolment: async (staffKey) =>
      (await tables.read((transaction) => transaction.get('pendingEnrolments', staffKey)))?.sealed,
    getPinAttempts: async (staffId) =>
      (await tables.read((transaction) => transaction.get('pinAttempts', staffId)))?.attempts ?? NO_ATTEMPTS,
    putPinAttempts: (staffId, attempts) =>
      write((transaction) => transaction.put('pinAttempts', { staffId, attempts })),

    countDrafts: (staffId) => tables.read((transaction) => countDrafts(transaction, staffId)),
    startAnew: (record) => write((transaction) => startAnew(transaction, record)),

    async openRecords(vault) {
      const handle = await openRecordsOver(tables, vault, now, announce);
      for (const other of opened) if (other.staffId === vault.staffId) opened.delete(other);
      opened.add(handle);
      return handle.records;
    },

    closeRecords(staffId) {
      for (const handle of opened) if (handle.staffId === staffId) opened.delete(handle);
    },

    outbox: createOutbox(tables, announce),
    backups: createDraftBackups(tables, announce),
    courier: createCourierStore(tables, now, announce),
    packages: createProcedurePackages(tables, now, announce),
    languages: createLanguageStore(tables, now, announce),
    kiosk: createKioskStore(tables, now, announce),
    fieldWork: async () => (await import('./field-work.ts')).createFieldWorkStore(tables, now, announce),

    isFull,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onLost: (listener) => tables.onLost(listener),
    close() {
      isOpen = false;
      listeners.clear();
      opened.clear();
      tables.close();
    },
  };
}

const NO_WISHES: SendingWishes = { paused: false, onlyOnWifi: false };

async function readSendingWishes(transaction: Transaction): Promise<SendingWishes> {
  return (await transaction.get('sendingWishes', 'sending'))?.wishes ?? NO_WISHES;
}
