import type * as z from 'zod';
import { verifyEnrolmentProof } from '../../contract/enrolment-proof.ts';
import { importPublicKey, type NamedPublicKey } from '../../contract/keys.ts';
import type { redeemEnrolment as operation } from '../../contract/operations/enrolment.ts';
import { OLDEST_CONTRACT_VERSION } from '../../contract/version.ts';
import { findAnyCommune } from '../../domain/place/all-communes.ts';
import type { Deps } from '../deps.ts';
import { inTransaction, type Trx } from '../storage/connection.ts';
import { findTablet, insertTablet } from '../storage/devices.ts';
import { lockEnrolmentCode, markEnrolmentCodeUsed } from '../storage/enrolment-codes.ts';
import { appendAudit } from '../storage/journal.ts';
import { findStaffById } from '../storage/staff.ts';
import { findStaffKey, insertStaffKey } from '../storage/staff-keys.ts';
import { hashEnrolmentCode } from './create-enrolment-code.ts';
import { leaseUntil } from './lease.ts';

type Request = z.output<NonNullable<typeof operation.body>>;
type Answer = z.input<typeof operation.answer>;

export type RedeemOutcome =
  | { readonly kind: 'redeemed'; readonly answer: Answer }
  /** Unknown, used by others, expired, or a key that the tablet does not hold: the same word for all, to tell a guesser nothing. */
  | { readonly kind: 'code-invalid' }
  | { readonly kind: 'update-needed' };

/**
 * Binds a tablet and a staff member's signing key. A lost answer is asked for again with the same code, device and keys,
 * and given again, also after the code expired. `@idempotent with code, deviceId, deviceKey and signingKey`
 */
export async function redeemEnrolment(deps: Deps, request: Request): Promise<RedeemOutcome> {
  if (request.contractVersion < OLDEST_CONTRACT_VERSION) return { kind: 'update-needed' };
  const signer = await provenSigner(request);
  if (signer === undefined) return { kind: 'code-invalid' };
  const now = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const codeHash = hashEnrolmentCode(request.code);
    const code = await lockEnrolmentCode(trx, codeHash);
    if (code === undefined) return { kind: 'code-invalid' };
    const staff = await findStaffById(trx, code.staffId);
    if (staff === undefined) return { kind: 'code-invalid' };
    const until = leaseUntil(now);
    if (code.used !== undefined) {
      if (!(await isRepeat(trx, request, signer, code.used))) return { kind: 'code-invalid' };
    } else {
      // Their work may have changed since the code was given.
      if (code.expiresAt <= now || !staff.roles.includes('field')) return { kind: 'code-invalid' };
      if (!(await bindKeys(trx, request, signer, { staffId: staff.id, now, until })))
        return { kind: 'code-invalid' };
      const used = { at: now, deviceId: request.deviceId, signingKey: request.signingKey };
      await markEnrolmentCodeUsed(trx, codeHash, used);
      await appendAudit(trx, {
        at: now,
        staffId: staff.id,
        deviceId: request.deviceId,
        action: 'enrolment-redeemed',
        subject: request.deviceId,
        detail: { signerKeyId: signer.id, commune: code.commune },
      });
    }
    const { sealing, receipt } = deps.keys;
    const answer: Answer = {
      staff: { id: staff.id, displayName: staff.displayName, login: staff.login },
      commune: { code: code.commune, name: findAnyCommune(code.commune)?.name ?? code.commune },
      deviceId: request.deviceId,
      signerKeyId: signer.id,
      serverTime: now.toISOString(),
      leaseUntil: until.toISOString(),
      sealingKey: { id: sealing.current.id, publicKey: sealing.current.rawPublicKey },
      receiptKey: { id: receipt.current.id, publicKey: receipt.current.rawPublicKey },
      procedures: (await deps.procedures.list(trx)).flatMap(({ id, version, stored }) =>
        stored === 'draft' ? [] : [{ id, version }],
      ),
      demo: deps.config.demo,
    };
    return { kind: 'redeemed', answer };
  });
}

/** The signing key, when the tablet proved that it holds both keys. */
async function provenSigner(request: Request): Promise<NamedPublicKey | undefined> {
  const { code, deviceId } = request;
  const [device, signer] = await Promise.all([
    importPublicKey(request.deviceKey, 'signing'),
    importPublicKey(request.signingKey, 'signing'),
  ]);
  if (device === undefined || signer === undefined) return undefined;
  const proofs = await Promise.all([
    verifyEnrolmentProof(request.deviceProof, { code, deviceId, publicKey: device.publicKey }),
    verifyEnrolmentProof(request.signingProof, { code, deviceId, publicKey: signer.publicKey }),
  ]);
  return proofs.every(Boolean) ? signer : undefined;
}

async function isRepeat(
  trx: Trx,
  request: Request,
  signer: NamedPublicKey,
  used: { readonly deviceId: string; readonly signingKey: string },
): Promise<boolean> {
  if (used.deviceId !== request.deviceId || used.signingKey !== request.signingKey) return false;
  const tablet = await findTablet(trx, request.deviceId);
  const key = await findStaffKey(trx, signer.id);
  return tablet?.publicKey === request.deviceKey && tablet.revokedAt === null && key !== undefined;
}

/** False when the tablet's id or the signing key belongs to somebody else, or the tablet was revoked. */
async function bindKeys(
  trx: Trx,
  request: Request,
  signer: NamedPublicKey,
  bound: { readonly staffId: string; readonly now: Date; readonly until: Date },
): Promise<boolean> {
  const { deviceId: id, deviceName: name, deviceKey: publicKey } = request;
  await insertTablet(trx, { id, name, publicKey, enrolledAt: bound.now });
  const tablet = await findTablet(trx, id);
  if (tablet?.publicKey !== publicKey || tablet.revokedAt !== null) return false;
  return insertStaffKey(trx, {
    keyId: signer.id,
    staffId: bound.staffId,
    deviceId: id,
    publicKey: request.signingKey,
    enrolledAt: bound.now,
    leaseUntil: bound.until,
  });
}
