import * as z from 'zod';
import { CommuneCode } from '../../domain/place/place.ts';
import { EntityId, Instant, KeyId, PublicKey } from '../ids.ts';
import { operation } from './operation.ts';

/** `XXXXX-XXXXX`, Crockford base32 (50 bits): typed or scanned; case and dashes do not matter. */
export const EnrolmentCode = z
  .string()
  .transform((s) => s.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1'))
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{10}$/));

/**
 * Redeem an enrolment code: bind this tablet and a staff member's new signing key. Repeated with the same code,
 * device and keys (a lost answer) it gives the same answer again; with others it is `code-invalid`.
 * A second staff member on the same tablet comes with the tablet's existing `deviceId` and device key.
 */
export const redeemEnrolment = operation({
  id: 'redeemEnrolment',
  method: 'POST',
  path: '/api/enrolment/redeem',
  body: z.strictObject({
    contractVersion: z.int().min(1),
    code: EnrolmentCode,
    deviceId: EntityId,
    deviceName: z.string().min(1).max(60),
    /** ES256 key of the tablet, signs requests; usable while locked. */
    deviceKey: PublicKey,
    /** ES256 key of the staff member, signs submissions; only behind the PIN. */
    signingKey: PublicKey,
    /** By each of the two keys, see `enrolment-proof.ts`: shows that the tablet holds both. */
    deviceProof: z.string(),
    signingProof: z.string(),
  }),
  answer: z.strictObject({
    staff: z.strictObject({ id: EntityId, displayName: z.string(), login: z.string() }),
    commune: z.strictObject({ code: CommuneCode, name: z.string() }),
    deviceId: EntityId,
    signerKeyId: KeyId,
    serverTime: Instant,
    leaseUntil: Instant,
    sealingKey: z.strictObject({ id: KeyId, publicKey: PublicKey }),
    receiptKey: z.strictObject({ id: KeyId, publicKey: PublicKey }),
    procedures: z.array(z.strictObject({ id: z.string(), version: z.int() })),
    /** True for a server that `npm run demo` started: the field app marks every screen. */
    demo: z.boolean(),
  }),
});
