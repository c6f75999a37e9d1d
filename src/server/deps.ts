import type { AttachmentStore } from './attachment-store.ts';
import type { Config } from './config.ts';
import type { ServerKeys } from './keys.ts';
import type { OfficeCertificate } from './papers/sign/office-certificate.ts';
import type { Procedures } from './procedures.ts';
import type { Db } from './storage/connection.ts';
import type { KnownLanguage, Texts } from './texts.ts';

/** Where the log goes: one line of JSON each. No personal data, no secret, ever. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** Everything outside the rules that commands and routes may touch; made once in `start-up.ts`, or by a test. */
export interface Deps {
  readonly db: Db;
  readonly keys: ServerKeys;
  /** Papers and archives are signed with it. */
  readonly certificate: OfficeCertificate;
  readonly config: Config;
  readonly clock: { now(): Date };
  readonly attachments: AttachmentStore;
  readonly procedures: Procedures;
  readonly texts: Texts;
  readonly languages: readonly KnownLanguage[];
  readonly random: {
    /** UUIDv7. */
    id(): string;
    /** Cryptographically strong. */
    bytes(length: number): Uint8Array<ArrayBuffer>;
  };
  readonly log: Log;
}
