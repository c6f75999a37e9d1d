import type { Change } from '../../contract/down/change.ts';
import type { DevicePolicy } from '../../contract/down/device-policy.ts';
import type { Refusal } from '../../contract/down/down-message.ts';
import type { VerifiedReceipts } from '../../contract/down/receipt-list.ts';
import type { SealedEnvelope } from '../../contract/envelope/envelope.ts';
import type { DeviceKeys, OpenVault, PinAttempts, VaultRecord } from '../vault/model.ts';
import type { CourierStore } from './courier.ts';
import type { DraftBackups, DraftState } from './draft-backups.ts';
import type { FieldWorkStore } from './field-work.ts';
import type { KioskStore } from './kiosk.ts';
import type { LanguageStore } from './languages.ts';
import type {
  DeviceRecord,
  Draft,
  DraftAttachment,
  ListEntry,
  OfficeNews,
  OfficeState,
  OutboxAttachment,
  OutboxEnvelope,
  SendingWishes,
  Summary,
} from './model.ts';
import type { ProcedurePackages } from './procedure-packages.ts';
import type { StorageLost } from './storage-lost.ts';

/** Expected ways for a write not to happen; anything else is thrown. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly at: string }
  /** The disk is full: nothing was written, the caller keeps what was typed and says so. */
  | { readonly kind: 'no-space' }
  /** Another tab wrote a newer state of this draft, or finished or discarded it (`undefined`). Nothing was written. */
  | { readonly kind: 'stale'; readonly current: Draft | undefined };

/**
 * The tablet's durable memory. Two adapters (Dexie, memory) pass one conformance suite
 * (`tests/conformance/storage`). A promise that resolves means: committed with strict durability (I1). A write with no
 * outcome of its own for a full disk throws `NoSpaceLeft`, having written nothing.
 */
export interface Storage {
  /** Undefined until the tablet was enrolled. */
  findDevice(): Promise<DeviceRecord | undefined>;
  putDevice(device: DeviceRecord): Promise<void>;
  findDeviceKeys(): Promise<DeviceKeys | undefined>;
  putDeviceKeys(keys: DeviceKeys): Promise<void>;

  /** Neither held nor choosy until somebody wished it. */
  findSendingWishes(): Promise<SendingWishes>;
  /** Changes what is named and leaves the other wish as it is. */
  putSendingWishes(change: Partial<SendingWishes>): Promise<void>;

  listVaults(): Promise<readonly VaultRecord[]>;
  putVault(record: VaultRecord): Promise<void>;
  /** An enrolment begun and not yet answered: sealed by its own vault, so that a killed browser can go on. */
  putPendingEnrolment(staffKey: string, sealed: Uint8Array<ArrayBuffer> | undefined): Promise<void>;
  findPendingEnrolment(staffKey: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  getPinAttempts(staffId: string): Promise<PinAttempts>;
  putPinAttempts(staffId: string, attempts: PinAttempts): Promise<void>;

  /** How many drafts only this person's present vault opens. */
  countDrafts(staffId: string): Promise<number>;
  /**
   * A new vault in the place of one whose PIN is forgotten: that person's drafts, summaries and list go, because nothing
   * else opens them; the outbox stays whole and is sent. The caller has asked the person.
   */
  startAnew(record: VaultRecord): Promise<void>;

  /** The records of one staff member, readable through their open vault only. Loads the search index into memory. */
  openRecords(vault: OpenVault): Promise<Records>;
  /** Lets go of a list that was opened: nothing of it stays in memory here. */
  closeRecords(staffId: string): void;

  outbox: Outbox;
  backups: DraftBackups;
  /** Items of other tablets, brought by courier's file. */
  courier: CourierStore;
  /** Procedures that the office published. */
  packages: ProcedurePackages;
  /** Language packs, voices, and what the workshop made. */
  languages: LanguageStore;
  /** The tablet as a kiosk, and what people alone left there for staff. */
  kiosk: KioskStore;
  /** What staff have to do and what they reported; its code is fetched when it is first asked for. */
  fieldWork(): Promise<FieldWorkStore>;

  /** The last write of this tab found no space on the disk, and none since has. */
  isFull(): boolean;
  /** Called after each committed change, from this tab or another (BroadcastChannel), and when `isFull` turns. Returns "stop listening". */
  onChange(listener: () => void): () => void;
  /** Called when the storage is gone from under the app, at once where it is gone already. */
  onLost(listener: (why: StorageLost['why']) => void): void;
  close(): void;
}

/** What one staff member may read and write while unlocked. */
export interface Records {
  /** Newest first. From memory; no disk. */
  listEntries(): readonly ListEntry[];
  /** Pages of the list that do not open: kept as they are, and their records are missing from lists and search. */
  unreadablePages(): number;
  /** Accent-blind, all words of `text` must begin a word of name, village or reference. Newest first, at most `limit`. */
  search(text: string, limit: number): readonly ListEntry[];

  /** Throws `UnreadableRecord` where one is there and does not open; so does `findSummary`. */
  findDraft(id: string): Promise<Draft | undefined>;
  /**
   * `entry` is the line that lists show for it; both are written in one transaction. `draft.updatedAt` must be that of the
   * state it was made from: it is how two tabs notice each other. The stored draft and line carry the outcome's `at`.
   */
  saveDraft(draft: Draft, entry: ListEntry): Promise<SaveOutcome>;
  /**
   * Writes a draft that the office gave back, or that a person left at the kiosk. What is on this tablet stays: nothing is written over this person's draft
   * (`here`), over what they finished (`finished`), or over a colleague's newer state of it (`with-colleague`).
   */
  takeBackDraft(
    draft: Draft,
    entry: ListEntry,
  ): Promise<{ readonly kind: 'taken' | 'here' | 'finished' | 'with-colleague' | 'no-space' }>;
  /** Removes a draft and its photos; a finished one stays as it is (I2). The caller has asked the person. */
  discardDraft(id: string): Promise<void>;

  /**
   * Seals the photo under a fresh key and stores the ciphertext and the draft that now names it, in one transaction.
   * Another tab's newer state is merged, never overwritten; `stale` when it finished or discarded the draft, or moved it to
   * another version.
   */
  addAttachment(
    draft: Draft,
    entry: ListEntry,
    photo: {
      readonly document: string;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly mediaType: DraftAttachment['mediaType'];
    },
  ): Promise<
    | { readonly kind: 'added'; readonly attachment: DraftAttachment; readonly draft: Draft }
    | { readonly kind: 'no-space' | 'stale' }
  >;
  /**
   * A draft with photos of its own in one transaction: made from a submission that the office could not take. The photos
   * are sealed anew under fresh keys, those of the refused one stay as they are.
   */
  beginCorrection(
    draft: Draft,
    entry: ListEntry,
    photos: readonly { readonly id: string; readonly ciphertext: Uint8Array<ArrayBuffer> }[],
  ): Promise<{ readonly kind: 'begun' } | { readonly kind: 'no-space' }>;
  removeAttachment(draft: Draft, entry: ListEntry, attachmentId: string): Promise<Draft>;
  /** Plaintext of a photo of a draft or of a finished submission, while its ciphertext is on this tablet. */
  readAttachment(attachment: {
    readonly id: string;
    readonly key: string;
  }): Promise<Uint8Array<ArrayBuffer> | undefined>;

  /**
   * One transaction: the envelope and its attachments enter the outbox, the draft goes, the summary stays; what the draft
   * mends is marked as replaced, so that it is not sent any more.
   * Repeated for the same draft it does nothing and says so.
   */
  finish(
    draft: Draft,
    sealed: SealedEnvelope,
    summary: Summary,
    entry: ListEntry,
  ): Promise<
    { readonly kind: 'queued' } | { readonly kind: 'already-finished' } | { readonly kind: 'no-space' }
  >;
  findSummary(id: string): Promise<Summary | undefined>;
  /**
   * Removes what the office has settled `keepDays` ago (`domain/device/retention.ts`): each with its line in the list, its
   * rows in the outbox and the office's word, in one transaction. At most some fifty; resolves with how many went.
   */
  forgetSettled(keepDays: number): Promise<number>;
}

/** The sealed queue and what the office answered. Needs no PIN; used by the page and by the service worker alike. */
export interface Outbox {
  /** Accounts before dossiers, then oldest first. Only `waiting`. */
  nextEnvelopes(limit: number, maxBytes: number): Promise<readonly OutboxEnvelope[]>;
  /**
   * Attachments still waiting whose envelope was received; smallest first. `sizes`: bytes of ciphertext, both ends
   * included. `alongWith`: envelopes that go up before them in the same request.
   */
  nextAttachments(
    limit: number,
    which?: {
      readonly sizes?: { readonly least?: number; readonly most?: number };
      readonly alongWith?: ReadonlySet<string>;
    },
  ): Promise<readonly OutboxAttachment[]>;
  /** Notes that an attachment's upload begins: committed before its first byte goes. */
  beginUpload(attachmentId: string): Promise<void>;
  readCiphertext(attachmentId: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** In whole submissions: one waits until its last photo is received. Bytes are those of waiting ciphertext. */
  counts(): Promise<{
    readonly waiting: number;
    readonly attention: number;
    readonly received: number;
    readonly bytesWaiting: number;
  }>;
  /** What the tablet tells the office of itself: drafts by their rows, and what has not all its receipts. */
  health(): Promise<{
    readonly drafts: number;
    readonly unsent: number;
    readonly attention: number;
    /** When the oldest unsent one was finished. */
    readonly oldestUnsentAt: string | null;
  }>;
  /** All rows without their bytes, for lists. */
  listEnvelopes(): Promise<readonly Omit<OutboxEnvelope, 'bytes'>[]>;
  listAttachments(): Promise<readonly OutboxAttachment[]>;

  /**
   * Applies one verified answer in one transaction. Receipts must have been verified by the caller; here each must
   * also match the digest of its row, else it changes nothing (I2); so must a refusal. The cursor never goes back, but
   * that an app which knows more kinds of news begins anew.
   */
  applyAnswer(answer: {
    readonly received?: VerifiedReceipts;
    readonly refusals: readonly Refusal[];
    readonly changes: readonly Change[];
    readonly cursor: number;
    /** Version of the contract by which the changes were read. */
    readonly contractVersion: number;
    readonly at: string;
    readonly leases: DeviceRecord['leases'];
    /** Absent where those on this tablet still hold. */
    readonly sealingKey?: DeviceRecord['sealingKey'];
    readonly receiptKeys?: DeviceRecord['receiptKeys'];
    /** Draft states that the office has now. */
    readonly keptBackups?: readonly DraftState[];
    readonly policy?: DevicePolicy;
  }): Promise<void>;
  /** Receipts that came by another road than an answer, verified by the caller. How many items left the queue by them. */
  applyReceiptList(received: VerifiedReceipts): Promise<number>;
  /** Moves items into "needs attention" that this tablet itself finds damaged; the digests must be those of their rows. */
  refuse(refusals: readonly Refusal[]): Promise<void>;
  /** The proof behind a row's `receipt`, to show to anybody: a compact JWS, or a `ReceiptList` as JSON. */
  findProof(receipt: string): Promise<string | undefined>;
  /** Back from "needs attention" into the queue, after a person asked to try again. */
  retry(id: string): Promise<void>;

  /** The sealed bytes of one envelope, to hand over or to export; undefined once they went by a receipt. */
  readEnvelope(id: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /**
   * A person's decision on record, when the office holds the first one after all: `mended` is not sent any more, and those
   * that it had replaced go out again for their receipts.
   */
  keepFirst(mended: string, replaced: readonly string[]): Promise<void>;

  /** What the office said of other things than submissions: catalogue, items handed over. */
  listOfficeNews(): Promise<readonly OfficeNews['change'][]>;
  findOfficeState(submissionId: string): Promise<OfficeState | undefined>;
  listOfficeStates(): Promise<readonly OfficeState[]>;
}
