import { fromUtf8 } from '../../../../contract/bytes.ts';
import type { CourierHead } from '../../../../contract/courier/courier-head.ts';
import {
  type CourierBody,
  type CourierReading,
  readCourierPart,
} from '../../../../contract/courier/courier-part.ts';
import { missingParts } from '../../../../contract/courier/courier-set.ts';
import type { NamedPublicKey } from '../../../../contract/keys.ts';
import type { BroughtItem, TakeInOutcome } from '../../../storage/courier.ts';
import type { Storage } from '../../../storage/storage.ts';
import { readProof } from './read-proof.ts';

/** One file as a person brought it. */
export interface BroughtFile {
  readonly name: string;
  readonly size: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** What became of one file. */
export interface FileNote {
  readonly name: string;
  readonly kind: CourierReading['kind'];
  readonly part?: number;
  readonly parts?: number;
  readonly damagedDossiers: number;
  readonly damagedPhotos: number;
  readonly damagedReceipts: number;
}

type Counted = Record<TakeInOutcome, number>;

export interface BringReport {
  readonly files: readonly FileNote[];
  readonly dossiers: Counted;
  readonly photos: Counted;
  /** Submissions with a conflict, by id. */
  readonly conflicts: readonly string[];
  readonly missing: ReturnType<typeof missingParts>;
  readonly receipts: {
    /** Items of this tablet that left the queue by them. */
    readonly settled: number;
    /** Good, and for nothing that waits here. */
    readonly nothingNew: number;
    readonly otherKey: number;
    readonly invalid: number;
  };
}

/** A part is 20 MB; what is far larger was never one, and is not read into memory. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/**
 * Reads files one after another and keeps everything whole that is in them; what is damaged is named by file and part.
 * Receipts count only with a signature of `keys` and the digests of our own rows (I2). Repeating it changes nothing.
 */
export async function bringIn(
  files: readonly BroughtFile[],
  ports: { readonly storage: Pick<Storage, 'courier' | 'outbox'>; readonly keys: readonly NamedPublicKey[] },
): Promise<BringReport> {
  const notes: FileNote[] = [];
  const heads: CourierHead[] = [];
  const dossiers = nobody();
  const photos = nobody();
  const conflicts = new Set<string>();
  const receipts = { settled: 0, nothingNew: 0, otherKey: 0, invalid: 0 };
  for (const file of files) {
    const reading = await readFile(file);
    notes.push(noteOf(file.name, reading));
    if (reading.kind !== 'read') continue;
    heads.push(reading.head);
    const items = reading.whole.flatMap((body) => broughtItem(reading.head, body));
    const outcomes = await ports.storage.courier.takeIn(items);
    for (const [index, item] of items.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) throw new Error('an item without an outcome');
      (item.of === 'envelope' ? dossiers : photos)[outcome] += 1;
      if (outcome === 'conflict') conflicts.add(item.of === 'envelope' ? item.id : item.submissionId);
    }
    for (const { item, bytes } of reading.whole) {
      if (item.of === 'receipt') await takeReceipt(bytes);
    }
  }
  return {
    files: notes,
    dossiers,
    photos,
    conflicts: [...conflicts],
    missing: missingParts(heads),
    receipts,
  };

  async function takeReceipt(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const text = fromUtf8(bytes);
    const proof = text === undefined ? undefined : await readProof(text, ports.keys);
    if (proof === undefined || proof.kind === 'invalid') receipts.invalid += 1;
    else if (proof.kind === 'other-key') receipts.otherKey += 1;
    else {
      const { outbox, courier } = ports.storage;
      const settled =
        proof.kind === 'list'
          ? await outbox.applyReceiptList(proof)
          : await courier.settle(proof.receipt, proof.jws);
      receipts.settled += settled;
      if (settled === 0) receipts.nothingNew += 1;
    }
  }
}

async function readFile(file: BroughtFile): Promise<CourierReading> {
  if (file.size > MAX_FILE_BYTES) return { kind: 'not-courier' };
  try {
    return await readCourierPart(await file.read());
  } catch {
    // The card was pulled out, or its file system is broken: this file is damaged, the others are read.
    return { kind: 'damaged' };
  }
}

function broughtItem(head: CourierHead, { item, bytes }: CourierBody): readonly BroughtItem[] {
  if (item.of === 'receipt') return [];
  const owner = head.owners[item.owner];
  if (owner === undefined) return [];
  const { id, digest } = item;
  const common = { id, digest, owner, bytes: bytes.slice() };
  return item.of === 'envelope'
    ? [{ of: 'envelope', ...common }]
    : [{ of: 'attachment', submissionId: item.submissionId, ...common }];
}

function noteOf(name: string, reading: CourierReading): FileNote {
  if (reading.kind !== 'read')
    return { name, kind: reading.kind, damagedDossiers: 0, damagedPhotos: 0, damagedReceipts: 0 };
  const damaged = (of: string) => reading.damaged.filter((item) => item.of === of).length;
  return {
    name,
    kind: 'read',
    part: reading.head.part,
    parts: reading.head.parts,
    damagedDossiers: damaged('envelope'),
    damagedPhotos: damaged('attachment'),
    damagedReceipts: damaged('receipt'),
  };
}

function nobody(): Counted {
  return { taken: 0, 'already-here': 0, conflict: 0, 'not-an-envelope': 0, 'no-space': 0 };
}
