import { argon2id } from 'hash-wasm';
import type { PinCost } from './model.ts';

/** Argon2id (RFC 9106), one lane, 32 bytes. WebAssembly: needs `'wasm-unsafe-eval'` in the content security policy. */
export async function hashPin(
  pin: string,
  salt: Uint8Array,
  cost: PinCost,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await argon2id({
    password: pin,
    salt,
    memorySize: cost.memory,
    iterations: cost.passes,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(hash);
}
