import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpTransport } from '../../../../src/client/sync/http-transport.ts';
import type { SenderIdentity } from '../../../../src/client/sync/transport.ts';
import type { DownMessage } from '../../../../src/contract/down/down-message.ts';
import { exportPublicKey, generateKeyPair, type NamedKeyPair } from '../../../../src/contract/keys.ts';
import {
  DEVICE_HEADER,
  KEY_HEADER,
  NONCE_HEADER,
  SIGNATURE_HEADER,
  signAnswer,
  verifyRequest,
} from '../../../../src/contract/request-signature.ts';
import type { UpHead } from '../../../../src/contract/up/up-message.ts';
import { createUpReader } from '../../../../src/contract/up/up-reader.ts';
import type { UpItem } from '../../../../src/contract/up/up-stream.ts';
import { idOf } from '../../../support/sync/tablet.ts';

const head: UpHead = { contractVersion: 2, appVersion: 'test', cursor: 0, asked: [] };
type Handler = (
  request: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
  response: ServerResponse,
) => Promise<void>;

let server: HttpServer;
let origin: string;
let office: NamedKeyPair;
let device: NamedKeyPair;
let identity: SenderIdentity;
let handle: Handler;
let down: DownMessage;

beforeEach(async () => {
  office = await generateKeyPair('signing');
  device = await generateKeyPair('signing');
  const sealing = await generateKeyPair('sealing');
  identity = { deviceId: idOf(1), privateKey: device.privateKey, receiptKeys: [office] };
  down = {
    contractVersion: 2,
    serverTime: '2026-11-22T12:00:00Z',
    refusals: [],
    awaited: [],
    backups: [],
    changes: [],
    cursor: 0,
    more: false,
    leases: [],
    sealingKey: { id: sealing.id, publicKey: await exportPublicKey(sealing.publicKey) },
    receiptKeys: [{ id: office.id, publicKey: await exportPublicKey(office.publicKey) }],
  };
  server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      await handle(request, new Uint8Array(Buffer.concat(chunks)), response);
    })();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  origin = `http://127.0.0.1:${address.port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

function transport() {
  return createHttpTransport({ origin, fetch, randomBytes: (length) => new Uint8Array(randomBytes(length)) });
}
function exchange(envelopes: readonly Uint8Array<ArrayBuffer>[] = []) {
  const items = envelopes.map((bytes, index): UpItem => ({ kind: 'envelope', id: idOf(index + 1), bytes }));
  const { signal } = new AbortController();
  return transport().exchange({ identity, head, items, signal });
}
function headerOf(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '');
}
/** As the office answers: signed over the nonce of the request. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  key = office,
) {
  const nonce = headerOf(request, NONCE_HEADER);
  const body = new TextEncoder().encode(text);
  const signature = await signAnswer({ nonce, body, privateKey: key.privateKey });
  response.writeHead(status, { [KEY_HEADER]: key.id, [SIGNATURE_HEADER]: signature }).end(text);
}

describe('a round trip', () => {
  it('sends a head signed by the device and items behind it, and takes an answer signed by the office', async () => {
    let verified = false;
    let sent: readonly (readonly number[])[] = [];
    handle = async (request, body, response) => {
      const [first, ...others] = createUpReader().push(body);
      verified = await verifyRequest({
        method: request.method ?? '',
        path: request.url ?? '',
        body: first?.kind === 'head' ? first.signed : null,
        nonce: headerOf(request, NONCE_HEADER),
        signature: headerOf(request, SIGNATURE_HEADER),
        publicKey: device.publicKey,
      });
      sent = others.flatMap((part) => (part.kind === 'item' ? [[...part.item.bytes]] : []));
      expect(others.at(-1)).toEqual({ kind: 'end' });
      expect(headerOf(request, 'content-type')).toBe('application/vnd.ve-ban.up2');
      expect(headerOf(request, DEVICE_HEADER)).toBe(identity.deviceId);
      await answer(request, response, 200, JSON.stringify(down));
    };
    expect(await exchange([new Uint8Array([1, 2]), new Uint8Array([3])])).toEqual({
      kind: 'answered',
      message: down,
    });
    expect(verified).toBe(true);
    expect(sent).toEqual([[1, 2], [3]]);
  });

  it.each<[string, Handler]>([
    ['a captive portal', async (_, __, response) => void response.writeHead(200).end('<html>Wi-Fi</html>')],
    [
      'the right words without signature',
      async (_, __, response) => void response.writeHead(200).end(JSON.stringify(down)),
    ],
    [
      'somebody with a key of their own',
      async (request, _, response) =>
        answer(request, response, 200, JSON.stringify(down), await generateKeyPair('signing')),
    ],
    [
      'a stranger under the key id of the office',
      async (request, _, response) => {
        const stranger = await generateKeyPair('signing');
        await answer(request, response, 200, JSON.stringify(down), { ...stranger, id: office.id });
      },
    ],
    [
      'an answer recorded for another request',
      async (_, __, response) => {
        const text = JSON.stringify(down);
        const body = new TextEncoder().encode(text);
        const signature = await signAnswer({ nonce: 'another', body, privateKey: office.privateKey });
        response.writeHead(200, { [KEY_HEADER]: office.id, [SIGNATURE_HEADER]: signature }).end(text);
      },
    ],
  ])('answered by %s is not verified', async (_, by) => {
    handle = by;
    expect(await exchange()).toEqual({ kind: 'unverified', status: 200 });
  });

  it('redirected or cut off has no answer', async () => {
    handle = async (_, __, response) => void response.writeHead(302, { location: `${origin}/login` }).end();
    expect(await exchange()).toEqual({ kind: 'no-answer' });
    handle = async (request) => void request.socket.destroy();
    expect(await exchange()).toEqual({ kind: 'no-answer' });
  });

  it('refused keeps the kind of a signed refusal, and nothing of an unsigned one', async () => {
    const revoked = JSON.stringify({ kind: 'device-revoked' });
    handle = async (request, _, response) => answer(request, response, 403, revoked);
    expect(await exchange()).toEqual({ kind: 'refused', error: 'device-revoked', retryAfter: undefined });
    const busy = JSON.stringify({ kind: 'too-many-requests', retryAfter: 7 });
    handle = async (request, _, response) => answer(request, response, 429, busy);
    expect(await exchange()).toEqual({ kind: 'refused', error: 'too-many-requests', retryAfter: 7 });
    handle = async (_, __, response) => void response.writeHead(403).end(revoked);
    expect(await exchange()).toEqual({ kind: 'unverified', status: 403 });
    handle = async (_, __, response) => void response.writeHead(413).end();
    expect(await exchange()).toEqual({ kind: 'unverified', status: 413 });
  });

  it('answered in words of a newer contract is not understood', async () => {
    for (const [status, text] of [
      [200, JSON.stringify({ ...down, news: 1 })],
      [200, 'no JSON'],
      [400, JSON.stringify({ kind: 'a-new-kind' })],
    ] as const) {
      handle = async (request, _, response) => answer(request, response, status, text);
      expect(await exchange()).toEqual({ kind: 'not-understood' });
    }
  });

  it('aborted ends', async () => {
    const abort = new AbortController();
    handle = async () => abort.abort();
    expect(await transport().exchange({ identity, head, items: [], signal: abort.signal })).toEqual({
      kind: 'no-answer',
    });
  });
});

describe('an upload', () => {
  const ciphertext = new Uint8Array(randomBytes(700_000));
  const attachment = { id: idOf(7) };
  let directory: string;
  let tus: TusServer;
  let requests: string[];
  /** Requests to answer with a broken connection. */
  let breakOn: (line: string, count: number) => boolean;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 've-ban-tus-'));
    requests = [];
    breakOn = () => false;
    tus = new TusServer({
      path: '/api/files',
      datastore: new FileStore({ directory }),
      relativeLocation: true,
      namingFunction: (_, metadata) => metadata?.id ?? '',
    });
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void (async () => {
        const line = `${request.method} ${request.url}`;
        const signed = await verifyRequest({
          method: request.method ?? '',
          path: request.url ?? '',
          body: null,
          nonce: headerOf(request, NONCE_HEADER),
          signature: headerOf(request, SIGNATURE_HEADER),
          publicKey: device.publicKey,
        });
        requests.push(signed ? line : `unsigned ${line}`);
        if (breakOn(line, requests.length)) request.socket.destroy();
        else await tus.handle(request, response);
      })();
    });
  });
  afterEach(() => rm(directory, { recursive: true }));

  const told: number[] = [];
  function upload({ isBegun = false, signal = new AbortController().signal } = {}) {
    told.length = 0;
    const onProgress = (bytes: number) => void told.push(bytes);
    return transport().upload({ identity, attachment, isBegun, ciphertext, onProgress, signal });
  }
  const goOn = () => upload({ isBegun: true });
  const file = `/api/files/${attachment.id}`;

  it('creates, sends in chunks, signs each request, and arrives byte for byte', async () => {
    expect(await upload()).toEqual({ kind: 'uploaded' });
    // Asks nothing first, and the first bytes go with the creation.
    expect(requests).toEqual(['POST /api/files', `PATCH ${file}`, `PATCH ${file}`]);
    expect(told).toEqual([262_144, 524_288, 700_000]);
    expect(new Uint8Array(await readFile(join(directory, attachment.id)))).toEqual(ciphertext);
    const about = JSON.parse(await readFile(join(directory, `${attachment.id}.json`), 'utf8'));
    expect(about.metadata).toEqual(attachment);
  });

  it('goes on where it broke off', async () => {
    breakOn = (_, count) => count === 2;
    expect(await upload()).toEqual({ kind: 'failed', status: undefined, bytes: 262_144 });
    breakOn = () => false;
    requests.length = 0;
    expect(await goOn()).toEqual({ kind: 'uploaded' });
    expect(requests).toEqual([`HEAD ${file}`, `PATCH ${file}`, `PATCH ${file}`]);
    expect(new Uint8Array(await readFile(join(directory, attachment.id)))).toEqual(ciphertext);
  });

  it('whose creation never arrived is created after all', async () => {
    breakOn = (_, count) => count === 1;
    expect(await upload()).toEqual({ kind: 'failed', status: undefined, bytes: undefined });
    breakOn = () => false;
    requests.length = 0;
    expect(await goOn()).toEqual({ kind: 'uploaded' });
    expect(requests.slice(0, 2)).toEqual([`HEAD ${file}`, 'POST /api/files']);
  });

  it('that is whole already sends nothing', async () => {
    await upload();
    requests.length = 0;
    expect(await goOn()).toEqual({ kind: 'uploaded' });
    expect(requests).toEqual([`HEAD ${file}`]);
  });

  it.each([401, 403, 500, 503])('whose HEAD is answered %i creates nothing anew', async (status) => {
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      requests.push(`${request.method} ${request.url}`);
      response.writeHead(status).end();
    });
    expect(await goOn()).toEqual({ kind: 'failed', status });
    expect(requests).toEqual([`HEAD ${file}`]);
  });

  it('to a captive portal fails without a word of success', async () => {
    server.removeAllListeners('request');
    server.on(
      'request',
      (_: IncomingMessage, response: ServerResponse) => void response.writeHead(200).end('<html>'),
    );
    expect(await upload()).toEqual({ kind: 'failed', status: 200 });
  });

  it('aborted ends', async () => {
    const abort = new AbortController();
    breakOn = (line) => {
      if (line.startsWith('PATCH')) abort.abort();
      return false;
    };
    expect((await upload({ signal: abort.signal })).kind).toBe('failed');
  });
});
