import * as z from 'zod';
import { fromBase64url, toBase64url } from '../../../../contract/base64url.ts';
import { fromUtf8, utf8 } from '../../../../contract/bytes.ts';
import { sha256Base64url } from '../../../../contract/keys.ts';
import type { VaultRecord } from '../../../vault/model.ts';

/*
 * An enrolment between "keys made" and "office answered". If the browser is killed in between, the office may already
 * have bound the keys, and only the same keys redeem the same code again. So the new vault rests here under a hash
 * of its code until then; its keys are wrapped by PIN and device as in any vault, and it names nobody yet.
 */

const Bytes = z.string().transform((text, context) => {
  const bytes = fromBase64url(text);
  if (bytes !== undefined) return bytes;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});

const PendingSchema = z.strictObject({
  deviceId: z.uuid(),
  salt: Bytes,
  cost: z.strictObject({ memory: z.int(), passes: z.int() }),
  wrappedKeys: Bytes,
  signingPublicKey: Bytes,
  signerKeyId: z.string(),
});

export interface PendingEnrolment {
  readonly deviceId: string;
  readonly record: VaultRecord;
}

/** Under which name an enrolment waits; says nothing about the code to who reads it. */
export async function pendingName(code: string): Promise<string> {
  return await sha256Base64url(utf8(`ve-ban-pending-enrolment/1\n${code}`));
}

export function packPending({ deviceId, record }: PendingEnrolment): Uint8Array<ArrayBuffer> {
  const packed: z.input<typeof PendingSchema> = {
    deviceId,
    salt: toBase64url(record.salt),
    cost: record.cost,
    wrappedKeys: toBase64url(record.wrappedKeys),
    signingPublicKey: toBase64url(record.signingPublicKey),
    signerKeyId: record.signerKeyId,
  };
  return utf8(JSON.stringify(packed));
}

/** Undefined where the bytes are not a pending enrolment: then it begins anew. */
export function unpackPending(bytes: Uint8Array<ArrayBuffer>): PendingEnrolment | undefined {
  const parsed = PendingSchema.safeParse(readJson(fromUtf8(bytes)));
  if (!parsed.success) return undefined;
  const { deviceId, ...keys } = parsed.data;
  return { deviceId, record: { staffId: '', displayName: '', login: '', ...keys } };
}

function readJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
