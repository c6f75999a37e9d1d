/** Cost of Argon2id (RFC 9106), measured once on the device and kept with the vault. Memory in KiB. */
export interface PinCost {
  readonly memory: number;
  readonly passes: number;
}

/** What the device itself holds: usable while locked, none of it extractable. */
export interface DeviceKeys {
  readonly deviceId: string;
  /** ES256; signs requests to the server. */
  readonly requestKey: { readonly id: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
  /** HKDF secret mixed with the PIN: the PIN alone, or the database alone, opens nothing. */
  readonly pinSecret: CryptoKey;
}

/** One staff member's vault as it rests: nothing in it opens without PIN and device. The name is shown on the lock screen. */
export interface VaultRecord {
  readonly staffId: string;
  readonly displayName: string;
  readonly login: string;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly cost: PinCost;
  /** AES-256-GCM under the PIN key: data key and signing key. */
  readonly wrappedKeys: Uint8Array<ArrayBuffer>;
  readonly signingPublicKey: Uint8Array<ArrayBuffer>;
  readonly signerKeyId: string;
}

/** Wrong PINs so far. Kept in storage in the same transaction that counts them, so a reload does not reset it. */
export interface PinAttempts {
  readonly failures: number;
  /** Milliseconds since the epoch by this device's clock; before it no PIN is tried. */
  readonly notBefore: number;
  /** After too many: only a fresh enrolment code from the office opens the door again. */
  readonly lockedOut: boolean;
}

/** An opened vault: lives in memory only, gone with `close()`. */
export interface OpenVault {
  readonly staffId: string;
  readonly displayName: string;
  readonly signingKey: { readonly id: string; readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
  /** `iv || ciphertext`; `context` is bound as associated data, so a record moved elsewhere does not open. */
  seal(plaintext: Uint8Array<ArrayBuffer>, context: string): Promise<Uint8Array<ArrayBuffer>>;
  open(sealed: Uint8Array<ArrayBuffer>, context: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  close(): void;
}
