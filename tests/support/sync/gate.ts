import type {
  ExchangeOutcome,
  ExchangeRequest,
  SyncTransport,
  UploadOutcome,
  UploadRequest,
} from '../../../src/client/sync/transport.ts';
import type { Office } from './office.ts';

/** What becomes of one step over the line. */
export type Fate =
  /** Office and answer. */
  | { readonly kind: 'through' }
  /** The office has it; the answer does not come back. */
  | { readonly kind: 'answer-lost' }
  /** The line broke in the body: the office has what was whole by then, a share of it. */
  | { readonly kind: 'cut'; readonly share: number }
  | { readonly kind: 'lost' }
  /** Something else answered, or the office did, but not with what was hoped for. */
  | { readonly kind: 'instead'; readonly exchange: ExchangeOutcome; readonly upload: UploadOutcome }
  /** A stranger says yes. */
  | { readonly kind: 'lie' }
  /** The office has it; what should be its receipts is signed by nobody, or is for other items. */
  | { readonly kind: 'forged'; readonly how: 'signature' | 'places' };

/** One network step, held until the test lets it go on. */
export interface Crossing {
  readonly by: string;
  readonly kind: 'exchange' | 'upload';
  /** Ids that were sent or asked about. */
  readonly ids: readonly string[];
  /** Says whether the office's own answer reached the tablet. */
  readonly pass: (fate: Fate) => Promise<boolean>;
}

/** Holds every network step of every sender. */
export interface Gate {
  readonly open: () => readonly Crossing[];
  readonly isWaiting: (by: string) => boolean;
  readonly transportFor: (by: string) => SyncTransport;
  /** The sender was killed: what it had on the line may have reached the office, but nobody hears the answer. */
  readonly drop: (by: string, reachesOffice: boolean) => Promise<void>;
}

export function createGate(office: Office): Gate {
  const crossings: Crossing[] = [];

  function hold<Request extends ExchangeRequest | UploadRequest, Outcome>(
    parts: Pick<Crossing, 'by' | 'kind' | 'ids'>,
    request: Request,
    answers: (fate: Fate, request: Request) => Promise<Outcome>,
    onAbort: Outcome,
  ): Promise<Outcome> {
    return new Promise((resolve) => {
      const crossing: Crossing = {
        ...parts,
        pass: async (fate) => {
          remove();
          resolve(await answers(fate, request));
          return fate.kind === 'through';
        },
      };
      const remove = () => {
        const place = crossings.indexOf(crossing);
        if (place >= 0) crossings.splice(place, 1);
      };
      // An aborted request is over for the tablet; the office may have had the beginning of it, as with a cut.
      request.signal.addEventListener('abort', () => {
        if (!crossings.includes(crossing)) return;
        remove();
        resolve(onAbort);
      });
      if (request.signal.aborted) return resolve(onAbort);
      crossings.push(crossing);
    });
  }

  async function answerExchange(fate: Fate, request: ExchangeRequest): Promise<ExchangeOutcome> {
    const { transport } = office;
    switch (fate.kind) {
      case 'through':
        return await transport.exchange(request);
      case 'answer-lost':
        await transport.exchange(request);
        return { kind: 'no-answer' };
      case 'cut':
        await transport.exchange(beginningOf(request, fate.share));
        return { kind: 'no-answer' };
      case 'lost':
        return { kind: 'no-answer' };
      case 'instead':
        return fate.exchange;
      case 'lie':
        return { kind: 'unverified', status: 200 };
      case 'forged':
        return forged(await transport.exchange(request), fate.how);
    }
  }

  async function answerUpload(fate: Fate, request: UploadRequest): Promise<UploadOutcome> {
    const { transport } = office;
    switch (fate.kind) {
      case 'through':
        return await transport.upload(request);
      case 'answer-lost':
        await transport.upload({ ...request, onProgress: () => {} });
        return { kind: 'failed', status: undefined };
      case 'cut':
        return {
          kind: 'failed',
          status: undefined,
          bytes: Math.floor(request.ciphertext.length * fate.share),
        };
      case 'lost':
        return { kind: 'failed', status: undefined };
      case 'instead':
        return fate.upload;
      case 'lie':
      case 'forged':
        return { kind: 'uploaded' };
    }
  }

  return {
    open: () => [...crossings],
    isWaiting: (by) => crossings.some((crossing) => crossing.by === by),
    transportFor: (by) => ({
      exchange: (request) =>
        hold({ by, kind: 'exchange', ids: idsIn(request) }, request, answerExchange, { kind: 'no-answer' }),
      upload: (request) =>
        hold({ by, kind: 'upload', ids: [request.attachment.id] }, request, answerUpload, {
          kind: 'failed',
          status: undefined,
        }),
    }),
    drop: async (by, reachesOffice) => {
      for (const crossing of crossings.filter((one) => one.by === by)) {
        if (reachesOffice) await crossing.pass({ kind: 'answer-lost' });
        else crossings.splice(crossings.indexOf(crossing), 1);
      }
    },
  };
}

/** Ids of what a request sends or asks about. */
function idsIn({ head, items }: ExchangeRequest): readonly string[] {
  return [...items.map(({ id }) => id), ...head.asked.map(([id]) => id)];
}

/** What was whole when the line broke in the body. */
function beginningOf(request: ExchangeRequest, share: number): ExchangeRequest {
  return { ...request, items: request.items.slice(0, Math.floor(request.items.length * share)) };
}

function forged(outcome: ExchangeOutcome, how: 'signature' | 'places'): ExchangeOutcome {
  if (outcome.kind !== 'answered' || outcome.message.received === undefined) return outcome;
  const { received } = outcome.message;
  const signature = `${received.signature.slice(0, -4)}AAAA`;
  const items = received.items.map(([place, after]): [number, number] => [place + 1, after]);
  return {
    kind: 'answered',
    message: {
      ...outcome.message,
      received: how === 'signature' ? { ...received, signature } : { ...received, items },
    },
  };
}
