import type { ExchangeOutcome, ExchangeRequest, SyncTransport } from '../../../src/client/sync/transport.ts';
import type { DownMessage, Refusal } from '../../../src/contract/down/down-message.ts';
import { signReceipt } from '../../../src/contract/down/receipt-token.ts';
import {
  exportPublicKey,
  generateKeyPair,
  type NamedKeyPair,
  sha256Base64url,
} from '../../../src/contract/keys.ts';

/** What the road does with one round trip, before or after the office. */
export type Trouble =
  /** The office takes everything in; its answer is lost. */
  | 'answer-lost'
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
  readonly envelopes: Map<string, { readonly digest: string; readonly jws: string; times: number }>;
  readonly files: Map<string, { readonly digest: string; readonly jws: string; times: number }>;
  /** Sizes of the batches that came, in order. */
  readonly trips: number[];
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
  readonly hold: () => { readonly arrived: Promise<void>; readonly release: () => void };
}

export async function openOffice(): Promise<Office> {
  const key = await generateKeyPair('signing');
  const sealing = await generateKeyPair('sealing');
  const sealingKey = { id: sealing.id, publicKey: await exportPublicKey(sealing.publicKey) };
  let gate: { readonly arrive: () => void; readonly released: Promise<void> } | undefined;

  const office: Office = {
    key,
    envelopes: new Map(),
    files: new Map(),
    trips: [],
    uploads: [],
    troubles: [],
    uploadTroubles: [],
    refuses: new Map(),
    judge: () => undefined,
    distort: async (message) => message,
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
        office.trips.push(request.envelopes.length);
        if (gate !== undefined) {
          gate.arrive();
          await gate.released;
        }
        const judged = office.judge(request);
        if (judged !== undefined) return judged;
        const trouble = office.troubles.shift();
        if (trouble === 'no-network') return { kind: 'no-answer' };
        if (trouble === 'captive-portal') return { kind: 'unverified', status: 200 };
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
        await keep(office.files, 'attachment', attachment.id, ciphertext);
        onProgress(ciphertext.length);
        return { kind: 'uploaded' };
      },
    },
  };

  async function takeIn({ head, envelopes }: ExchangeRequest): Promise<DownMessage> {
    const receipts: string[] = [];
    const refusals: Refusal[] = [];
    const awaited: DownMessage['awaited'] = [];
    for (const [index, bytes] of envelopes.entries()) {
      const id = head.envelopes[index]?.id ?? '';
      const reason = office.refuses.get(id);
      if (reason !== undefined) refusals.push({ id, of: 'envelope', reason });
      else receipts.push(await keep(office.envelopes, 'envelope', id, bytes));
    }
    for (const { id } of head.attachments) {
      const file = office.files.get(id);
      if (file === undefined) awaited.push({ id, offset: 0 });
      else receipts.push(file.jws);
    }
    return {
      contractVersion: 1,
      serverTime: '2026-11-22T12:00:00Z',
      receipts,
      refusals,
      awaited,
      changes: [],
      cursor: head.cursor,
      more: false,
      leases: [],
      sealingKey,
      receiptKeys: [{ id: key.id, publicKey: await exportPublicKey(key.publicKey) }],
    };
  }

  async function keep(
    shelf: Office['envelopes'],
    of: 'envelope' | 'attachment',
    id: string,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<string> {
    const digest = await sha256Base64url(bytes);
    const known = shelf.get(id);
    if (known !== undefined) {
      if (known.digest !== digest) throw new Error(`${id} came with other content`);
      known.times += 1;
      return known.jws;
    }
    const jws = await signReceipt({ id, of, digest, receivedAt: '2026-11-22T12:00:00Z' }, key);
    shelf.set(id, { digest, jws, times: 1 });
    return jws;
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
