import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { fromBase64url, toBase64url } from '../contract/base64url.ts';
import { concatBytes } from '../contract/bytes.ts';
import { keyIdOf, type NamedKeyPair } from '../contract/keys.ts';

/** The server's own keys. The newest of each kind is current; older ones still open what was sealed to them. */
export interface ServerKeys {
  /** ECDH P-256 for HPKE: tablets seal to it. Newest first, at least one. */
  readonly sealing: KeyRing;
  /** ES256: signs receipts and answers. Newest first, at least one. */
  readonly receipt: KeyRing;
}

export interface ServerKeyPair extends NamedKeyPair {
  /** Raw public key, base64url, as tablets get it. */
  readonly rawPublicKey: string;
}

export interface KeyRing {
  readonly current: ServerKeyPair;
  readonly all: readonly ServerKeyPair[];
  find(id: string): ServerKeyPair | undefined;
}

const PrivateJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
});

const KeyFile = z.strictObject({ id: z.string(), createdAt: z.iso.datetime(), jwk: PrivateJwk });
type KeyFile = z.infer<typeof KeyFile>;

type Use = 'sealing' | 'receipt';

/**
 * Loads all keys below `directory` (mode 0700, files 0600) and makes the first of each kind. A key file that cannot be
 * read stops the start: going on without it would turn envelopes of tablets in the villages into noise.
 */
export async function loadServerKeys(directory: string, now: Date): Promise<ServerKeys> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  return {
    sealing: await loadRing(directory, 'sealing', now),
    receipt: await loadRing(directory, 'receipt', now),
  };
}

async function loadRing(directory: string, use: Use, now: Date): Promise<KeyRing> {
  const names = (await readdir(directory)).filter(
    (name) => name.startsWith(`${use}-`) && name.endsWith('.json'),
  );
  const files = await Promise.all(
    names.map(async (name) => KeyFile.parse(JSON.parse(await readFile(join(directory, name), 'utf8')))),
  );
  if (files.length === 0) files.push(await makeKeyFile(directory, use, now));
  files.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const all = await Promise.all(files.map((file) => importPair(file, use)));
  const [current] = all;
  if (current === undefined) throw new Error(`no ${use} key`);
  return { current, all, find: (id) => all.find((pair) => pair.id === id) };
}

/** Makes one more key of a kind; it is current from the next load on. */
export async function makeKeyFile(directory: string, use: Use, now: Date): Promise<KeyFile> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  const { kty, crv, x, y, d } = PrivateJwk.parse(await crypto.subtle.exportKey('jwk', pair.privateKey));
  const jwk = { kty, crv, x, y, d };
  const file: KeyFile = { id: await keyIdOf(rawPublicKey(jwk)), createdAt: now.toISOString(), jwk };
  const path = join(directory, `${use}-${file.id}.json`);
  // Written whole and forced to disk before it gets its name: a half-written key would stop every later start.
  const handle = await open(`${path}.new`, 'wx', 0o600);
  await handle.writeFile(`${JSON.stringify(file, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await rename(`${path}.new`, path);
  const folder = await open(directory, 'r');
  await folder.sync();
  await folder.close();
  return file;
}

async function importPair(file: KeyFile, use: Use): Promise<ServerKeyPair> {
  const algorithm = { name: use === 'sealing' ? 'ECDH' : 'ECDSA', namedCurve: 'P-256' };
  const { d: _secret, ...publicJwk } = file.jwk;
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', file.jwk, algorithm, false, use === 'sealing' ? ['deriveBits'] : ['sign']),
    crypto.subtle.importKey('jwk', publicJwk, algorithm, true, use === 'sealing' ? [] : ['verify']),
  ]);
  return { id: file.id, privateKey, publicKey, rawPublicKey: toBase64url(rawPublicKey(file.jwk)) };
}

/** Uncompressed point: 0x04, x, y. */
function rawPublicKey(jwk: { readonly x: string; readonly y: string }): Uint8Array<ArrayBuffer> {
  const [x, y] = [fromBase64url(jwk.x), fromBase64url(jwk.y)];
  if (x?.length !== 32 || y?.length !== 32) throw new Error('key file is damaged');
  return concatBytes(Uint8Array.of(4), x, y);
}
