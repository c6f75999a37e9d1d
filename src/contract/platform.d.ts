/*
 * The few globals the contract may use beyond the language itself: WebCrypto and UTF-8, the same in browsers, service
 * workers and Node. Written out here, because the contract compiles with neither DOM nor Node types: whatever is
 * not on this page does not exist for the code on the wire. Other projects never see this file (they read the contract's
 * emitted declarations), so it cannot clash with their own, richer types.
 */

type BufferSource = ArrayBufferView<ArrayBuffer> | ArrayBuffer;
type KeyUsage =
  | 'encrypt'
  | 'decrypt'
  | 'sign'
  | 'verify'
  | 'deriveKey'
  | 'deriveBits'
  | 'wrapKey'
  | 'unwrapKey';

interface CryptoKey {
  readonly type: 'public' | 'private' | 'secret';
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: KeyUsage[];
}

interface CryptoKeyPair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

interface EcKeyAlgorithm {
  readonly name: 'ECDSA' | 'ECDH';
  readonly namedCurve: 'P-256';
}

interface AesGcmParams {
  readonly name: 'AES-GCM';
  readonly iv: BufferSource;
  readonly additionalData?: BufferSource;
}

interface EcdsaParams {
  readonly name: 'ECDSA';
  readonly hash: 'SHA-256';
}

interface SubtleCrypto {
  digest(algorithm: 'SHA-256', data: BufferSource): Promise<ArrayBuffer>;
  sign(algorithm: EcdsaParams, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  verify(
    algorithm: EcdsaParams,
    key: CryptoKey,
    signature: BufferSource,
    data: BufferSource,
  ): Promise<boolean>;
  encrypt(algorithm: AesGcmParams, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  decrypt(algorithm: AesGcmParams, key: CryptoKey, data: BufferSource): Promise<ArrayBuffer>;
  generateKey(
    algorithm: EcKeyAlgorithm,
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKeyPair>;
  importKey(
    format: 'raw' | 'pkcs8',
    data: BufferSource,
    algorithm: EcKeyAlgorithm | { readonly name: 'AES-GCM' },
    extractable: boolean,
    usages: readonly KeyUsage[],
  ): Promise<CryptoKey>;
  exportKey(format: 'raw' | 'pkcs8', key: CryptoKey): Promise<ArrayBuffer>;
}

interface Crypto {
  readonly subtle: SubtleCrypto;
  getRandomValues<T extends ArrayBufferView<ArrayBuffer>>(array: T): T;
}

declare var crypto: Crypto;
declare var CryptoKey: { readonly prototype: CryptoKey };

declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: true; readonly ignoreBOM?: true });
  decode(bytes: BufferSource): string;
}
