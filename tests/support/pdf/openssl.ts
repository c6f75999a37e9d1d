import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether OpenSSL's command is on this machine. */
export const hasOpenssl = spawnSync('openssl', ['version']).error === undefined;

/** What `openssl cms -verify` finds: whether the detached signature (DER) over the content is by this certificate. */
export function opensslVerifies(signature: Uint8Array, content: Uint8Array, certificate: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 've-ban-cms-'));
  try {
    const path = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const asked = ['cms', '-verify', '-inform', 'DER', '-binary', '-purpose', 'any', '-partial_chain'];
    const { status } = spawnSync('openssl', [
      ...asked,
      ...['-in', path('signature.der', signature)],
      ...['-content', path('content', content)],
      ...['-CAfile', path('office.pem', certificate)],
      ...['-out', join(folder, 'out')],
    ]);
    return status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The signature in a PDF and the bytes that it covers, by its ByteRange. */
export function signatureIn(pdf: Buffer): { readonly signature: Buffer; readonly content: Buffer } {
  const text = pdf.toString('latin1');
  const range = /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(text)?.slice(1).map(Number) ?? [];
  const [from = 0, length = 0, next = 0, rest = 0] = range;
  const hex = text.slice(from + length + 1, next - 1);
  const der = Buffer.from(hex, 'hex');
  return {
    // Zeros fill the room behind the DER; its own head says how long it is.
    signature: der.subarray(0, 4 + der.readUInt16BE(2)),
    content: Buffer.concat([pdf.subarray(from, from + length), pdf.subarray(next, next + rest)]),
  };
}
