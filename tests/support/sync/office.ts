import type { ExchangeOutcome, ExchangeRequest, SyncTransport } from '../../../src/client/sync/transport.ts';
import type { DownMessage, PlacedRefusal, Refusal } from '../../../src/contract/down/down-message.ts';
import type { Receipt } from '../../../src/contract/down/receipt.ts';
import { signReceiptList } from '../../../src/contract/down/receipt-list.ts';
import { type PlacedReceipt, packReceived } from '../../../src/contract/down/received.ts';
import {
  exportPublicKey,
  generateKeyPair,
  type NamedKeyPair,
  sha256Base64url,
} from '../../../src/contract/keys.ts';
import { digestStart } from '../../../src/contract/up/up-message.ts';
import type { UpItem } from '../../../src/contract/up/up-stream.ts';

/** What the office keeps under one id, and how often it came. */
export interface Kept {
  readonly digest: string;
  readonly receipt: Receipt;
  times: number;
}

/** What the road does with one round trip, before or after the office. */
export type Trouble =
  /** The office takes everything in; its answer is lost. */
  | 'answer-lost'
  /** The line breaks when so many items are whole: the office has those. */
  | { readonly kind: 'cut'; readonly after: number }
  /** Nothing reaches the office. */
  | 'no-network'
  /** Somebody else answers 200. */
  | 'captive-portal'
  | ExchangeOutcome;

/**
 * An office in memory behind the transport port: keeps what arrives once per id, signs real receipts with a real key, and
 * can be told what goes wrong on the next round trips. With `hold()` a round trip waits until the test lets it go on.
 */
export interface Office {
  readonly key: NamedKeyPair;
  readonly transport: SyncTransport;
  readonly envelopes: Map<string, Kept>;
  readonly files: Map<string, Kept>;
  /** How many items each request carried, in order. */
  readonly trips: number[];
  /** Ids that each request asked about, in order. */
  readonly asked: (readonly string[])[];
  readonly uploads: string[];
  /** One for each round trip to come; undefined lets it pass. */
  troubles: (Trouble | undefined)[];
  uploadTroubles: (number | 'no-network')[];
  /** Envelope ids that the office refuses by name. */
  readonly refuses: Map<string, Refusal['reason']>;
  /** Decides on each round trip before anything else. */
  judge: (request: ExchangeRequest) => ExchangeOutcome | undefined;
  /** Changes an answer on its way out. */
  distort: (message: DownMessage) => Promise<DownMessage>;
  /** Signs with a new key from now on; those before it go on counting. */
  readonly rotateKeys: () => Promise<void>;
  readonly hold: () => { readonly arrived: Promise<void>; readonly release: () => void };
}

export async function openOffice(): Promise<Office> {
  const key = await generateKeyPair('signing');
  const keys = [key];
  const sealing = await generateKeyPair('sealing');
  const sealingKey = { id: sealing.id, publicKey: await exportPublicKey(sealing.publicKey) };
  let gate: { readonly arrive: () => void; readonly released: Promise<void> } | undefined;

  const office: Office = {
    key,
    envelopes: new Map(),
    files: new Map(),
    trips: [],
    asked: [],
    uploads: [],
    troubles: [],
    uploadTroubles: [],
    refuses: new Map(),
    judge: () => undefined,
    distort: async (message) => message,
    rotateKeys: async () => {
      keys.unshift(await generateKeyPair('signing'));
    },
    hold: () => {
      const released = deferred();
      const arrived = deferred();
      gate = { arrive: arrived.resolve, released: released.promise };
      return {
        arrived: arrived.promise,
        release: () => {
          gate = undefined;
          released.resolve();
        },
      };
    },
    transport: {
      exchange: async (request) => {
        office.trips.push(request.items.length);
        office.asked.push(request.head.asked.map(([id]) => id));
        if (gate !== undefined) {
          gate.arrive();
          await gate.released;
        }
        const judged = office.judge(request);
        if (judged !== undefined) return judged;
        const trouble = office.troubles.shift();
        if (trouble === 'no-network') return { kind: 'no-answer' };
        if (trouble === 'captive-portal') return { kind: 'unverified', status: 200 };
        if (typeof trouble === 'object' && trouble.kind === 'cut') {
          await takeIn({ ...request, items: request.items.slice(0, trouble.after) });
          return { kind: 'no-answer' };
        }
        if (trouble !== undefined && trouble !== 'answer-lost') return trouble;
        const message = await takeIn(request);
        if (trouble === 'answer-lost') return { kind: 'no-answer' };
        return { kind: 'answered', message: await office.distort(message) };
      },
      upload: async ({ attachment, ciphertext, onProgress }) => {
        office.uploads.push(attachment.id);
        const trouble = office.uploadTroubles.shift();
        if (trouble === 'no-network') return { kind: 'failed', status: undefined };
        if (trouble !== undefined) return { kind: 'failed', status: trouble };
        await keep(office.files, 'attachment', { id: attachment.id, bytes: ciphertext });
        onProgress(ciphertext.length);
        return { kind: 'uploaded' };
      },
    },
  };

  async function takeIn({ head, items }: ExchangeRequest): Promise<DownMessage> {
    const placed: PlacedReceipt[] = [];
    const refusals: PlacedRefusal[] = [];
    const awaited: DownMessage['awaited'] = [];
    for (const [place, item] of items.entries()) {
      if (item.kind === 'backup') continue;
      const reason = office.refuses.get(item.id);
      if (reason === undefined) placed.push({ place, receipt: await keep(shelfOf(item), item.kind, item) });
      else refusals.push({ place, reason, digest: digestStart(await sha256Base64url(item.bytes)) });
    }
    for (const [index, [id, start]] of head.asked.entries()) {
      const place = items.length + index;
      const kept = office.envelopes.get(id) ?? office.files.get(id);
      if (kept !== undefined && digestStart(kept.digest) === start)
        placed.push({ place, receipt: kept.receipt });
      else awaited.push([place, 0]);
    }
    const list =
      placed.length > 0
        ? await signReceiptList(
            placed.map((one) => one.receipt),
            keys[0] ?? key,
          )
        : undefined;
    return {
      contractVersion: 2,
      serverTime: '2026-11-22T12:00:00Z',
      ...(list && { received: packReceived(list, placed) }),
      refusals,
      awaited,
      backups: items.flatMap((item, place) => (item.kind === 'backup' ? [place] : [])),
      changes: [],
      cursor: head.cursor,
      more: false,
      leases: [],
      sealingKey,
      receiptKeys: await Promise.all(
        keys.map(async ({ id, publicKey }) => ({ id, publicKey: await exportPublicKey(publicKey) })),
      ),
    };
  }

  function shelfOf(item: UpItem & { kind: 'envelope' | 'attachment' }): Map<string, Kept> {
    return item.kind === 'envelope' ? office.envelopes : office.files;
  }

  async function keep(
    shelf: Map<string, Kept>,
    of: Receipt['of'],
    { id, bytes }: { readonly id: string; readonly bytes: Uint8Array<ArrayBuffer> },
  ): Promise<Receipt> {
    const digest = await sha256Base64url(bytes);
    const known = shelf.get(id);
    if (known !== undefined) {
      if (known.digest !== digest) throw new Error(`${id} came with other content`);
      known.times += 1;
      return known.receipt;
    }
    const receipt: Receipt = { id, of, digest, receivedAt: '2026-11-22T12:00:00Z' };
    shelf.set(id, { digest, receipt, times: 1 });
    return receipt;
  }

  return office;
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
