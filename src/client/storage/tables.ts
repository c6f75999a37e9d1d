import type { ReceiptList } from '../../contract/down/receipt-list.ts';
import type { DeviceKeys, PinAttempts, VaultRecord } from '../vault/model.ts';
import type {
  DeviceRecord,
  DraftBackup,
  Kiosk,
  KioskVisit,
  OfficeNews,
  OfficeState,
  OutboxAttachment,
  OutboxEnvelope,
  SendingWishes,
  StoredContribution,
  StoredLanguagePack,
  StoredPackage,
  StoredSound,
} from './model.ts';
import type { StorageLost } from './storage-lost.ts';

type Sealed = Uint8Array<ArrayBuffer>;

/*
 * What lies on the disk, table by table. Clear columns are what must be read while locked, or what a transaction
 * compares; beside each table stands why they name no citizen (I4). Everything else is ciphertext.
 */
export interface Rows {
  /** The tablet, its commune, the office's public keys: about the tablet, not about people. One row. */
  device: { readonly id: 'device'; readonly record: DeviceRecord };
  /** `CryptoKey` objects no script can export. One row. */
  deviceKeys: { readonly id: 'device'; readonly keys: DeviceKeys };
  /** Staff name and login, because the lock screen shows whose vault it is; keys wrapped. */
  vaults: VaultRecord;
  /** A key id, and ciphertext. */
  pendingEnrolments: { readonly staffKey: string; readonly sealed: Sealed };
  /** A staff id, and how often a wrong PIN was tried. */
  pinAttempts: { readonly staffId: string; readonly attempts: PinAttempts };
  /** Random ids; `updatedAt` tells a newer state from an older one across tabs. */
  drafts: {
    readonly id: string;
    readonly staffId: string;
    readonly updatedAt: string;
    readonly sealed: Sealed;
  };
  /** Random ids; which submission a photo belongs to, and its ciphertext. */
  ciphertexts: { readonly id: string; readonly submissionId: string; readonly bytes: Sealed };
  /** Random ids, and ciphertext. */
  summaries: { readonly id: string; readonly staffId: string; readonly sealed: Sealed };
  /** List lines by the page; nothing of a line is outside the ciphertext, not even how many a page holds. */
  indexPages: {
    readonly id: string;
    readonly staffId: string;
    readonly page: number;
    readonly rev: number;
    readonly sealed: Sealed;
  };
  /** How often the list of a staff member has changed: tells a tab that another one wrote. */
  indexHeads: { readonly staffId: string; readonly rev: number };
  /** Account, dossier or report, size, digest of ciphertext, sending state, the office's receipt. */
  outboxEnvelopes: Omit<OutboxEnvelope, 'bytes'> & { readonly size: number };
  /** Sealed to the office: the tablet itself cannot open these. */
  envelopeBytes: { readonly id: string; readonly bytes: Sealed };
  /** Sizes, digests of ciphertext, sending states. */
  outboxAttachments: OutboxAttachment;
  /** The office's signed words: kinds, random ids, digests of ciphertext and times. */
  receiptLists: ReceiptList & { readonly id: string };
  /** Statuses, codes and dates by submission id; `Change` names nobody by contract. */
  officeStates: OfficeState;
  /** What else the office said: ids, versions and states; `Change` names nobody by contract. */
  officeNews: OfficeNews;
  /** Drafts for the office's safekeeping: random ids, and ciphertext that this tablet cannot open. */
  draftBackups: DraftBackup;
  /** Two wishes about sending. One row. */
  sendingWishes: { readonly id: 'sending'; readonly wishes: SendingWishes };
  /** What the office asks of everybody, in the words it has published: about no person. */
  procedurePackages: StoredPackage & { readonly key: string };
  /** Sentences and speakers that the office published; speakers are named there only where they agreed to it. */
  languagePacks: StoredLanguagePack;
  /** Set phrases of the app, spoken for publication by people who agreed to it: no word of a citizen. */
  sounds: StoredSound;
  /** Phrases, random ids and times; who spoke is sealed to the office. */
  contributions: StoredContribution;
  /** Who lends a voice on this tablet: ciphertext under the vault of the staff member who wrote it down. */
  contributors: { readonly id: string; readonly staffId: string; readonly sealed: Sealed };
  /** Whose kiosk this tablet is or was, its public key, and the private one sealed by that person's vault. */
  kiosks: Pick<Kiosk, 'staffId' | 'publicKey'> & {
    readonly sealed: Sealed;
    /** While it is on. */
    readonly on?: Omit<Kiosk, 'staffId' | 'publicKey'>;
    /** The last number of a day. */
    readonly given?: { readonly day: string; readonly last: number };
  };
  /** Random ids, times, a number of the day; the key is sealed to the kiosk's. */
  kioskVisits: KioskVisit;
  /** What a staff member has to do, and for whom: ciphertext under their vault. */
  fieldWork: { readonly staffId: string; readonly sealed: Sealed };
  /** Random ids, and ciphertext: what a staff member reported, for themselves to read. */
  reports: { readonly id: string; readonly staffId: string; readonly sealed: Sealed };
}

export type TableName = keyof Rows;

/** The column that names a row. */
export const PRIMARY_KEYS = {
  device: 'id',
  deviceKeys: 'id',
  vaults: 'staffId',
  pendingEnrolments: 'staffKey',
  pinAttempts: 'staffId',
  drafts: 'id',
  ciphertexts: 'id',
  summaries: 'id',
  indexPages: 'id',
  indexHeads: 'staffId',
  outboxEnvelopes: 'id',
  envelopeBytes: 'id',
  outboxAttachments: 'id',
  receiptLists: 'id',
  officeStates: 'submissionId',
  officeNews: 'key',
  draftBackups: 'id',
  sendingWishes: 'id',
  procedurePackages: 'key',
  languagePacks: 'language',
  sounds: 'digest',
  contributions: 'id',
  contributors: 'id',
  kiosks: 'staffId',
  kioskVisits: 'id',
  fieldWork: 'staffId',
  reports: 'id',
} as const satisfies { readonly [T in TableName]: keyof Rows[T] };

/** Columns a table can be searched by. */
export const INDEXES = {
  ciphertexts: ['submissionId'],
  indexPages: ['staffId'],
  outboxAttachments: ['submissionId'],
} as const satisfies { readonly [T in TableName]?: readonly (keyof Rows[T])[] };

export const TABLE_NAMES: readonly TableName[] = Object.keys(PRIMARY_KEYS).filter(
  (name): name is TableName => name in PRIMARY_KEYS,
);

type IndexedTable = keyof typeof INDEXES;

/** What one transaction may do. Nothing else may be awaited inside it, or the browser commits it early. */
export interface Transaction {
  get<T extends TableName>(table: T, key: string): Promise<Rows[T] | undefined>;
  all<T extends TableName>(table: T): Promise<readonly Rows[T][]>;
  where<T extends IndexedTable>(
    table: T,
    column: (typeof INDEXES)[T][number],
    value: string,
  ): Promise<readonly Rows[T][]>;
  put<T extends TableName>(table: T, row: Rows[T]): Promise<void>;
  delete(table: TableName, key: string): Promise<void>;
}

/**
 * The disk as the rest of storage sees it. Two adapters: IndexedDB by Dexie, and memory. A transaction happens
 * whole or not at all; `write` resolves when it is committed with strict durability (I1), or says that the disk is full.
 */
export interface Tables {
  read<R>(work: (transaction: Transaction) => Promise<R>): Promise<R>;
  write<R>(
    work: (transaction: Transaction) => Promise<R>,
  ): Promise<{ readonly kind: 'committed'; readonly value: R } | { readonly kind: 'no-space' }>;
  /** Tells every other tab of this browser that something was committed. */
  announce(): void;
  onAnnounced(listener: () => void): void;
  /** Called once when the data is gone from under the app; everything throws `StorageLost` from then on. */
  onLost(listener: (why: StorageLost['why']) => void): void;
  close(): void;
}
