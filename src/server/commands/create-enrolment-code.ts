import { createHash } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { insertEnrolmentCode } from '../storage/enrolment-codes.ts';
import { appendAudit } from '../storage/journal.ts';
import { findStaffById } from '../storage/staff.ts';

export type CreateCodeOutcome =
  /** `code` reads `XXXXX-XXXXX`. */
  | { readonly kind: 'created'; readonly code: string; readonly expiresAt: Date; readonly enrolUrl: string }
  | { readonly kind: 'staff-unknown' };

/** SHA-256 of the normalized code. 50 random bits that live for hours need no slow hash behind a rate limit. */
export function hashEnrolmentCode(normalizedCode: string): Buffer {
  return createHash('sha256').update(`ve-ban-enrolment-code\n${normalizedCode}`).digest();
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes a single-use code for a staff member and their commune. The answer is the only place where it is readable. */
export async function createEnrolmentCode(
  deps: Deps,
  request: { readonly staffId: string; readonly hoursValid: number; readonly createdBy: string | null },
): Promise<CreateCodeOutcome> {
  const now = deps.clock.now();
  const expiresAt = new Date(now.getTime() + request.hoursValid * 3_600_000);
  const code = Array.from(deps.random.bytes(10), (byte) => ALPHABET.charAt(byte & 31)).join('');
  const codeHash = hashEnrolmentCode(code);
  return inTransaction(deps.db, async (trx) => {
    const staff = await findStaffById(trx, request.staffId);
    if (staff === undefined) return { kind: 'staff-unknown' };
    const { id: staffId, commune } = staff;
    await insertEnrolmentCode(trx, {
      codeHash,
      staffId,
      commune,
      createdBy: request.createdBy,
      createdAt: now,
      expiresAt,
    });
    await appendAudit(trx, {
      at: now,
      staffId: request.createdBy,
      deviceId: null,
      action: 'enrolment-code-created',
      subject: staffId,
      detail: { expiresAt: expiresAt.toISOString() },
    });
    const shown = `${code.slice(0, 5)}-${code.slice(5)}`;
    // After "#": the code never reaches a log or a referrer.
    return { kind: 'created', code: shown, expiresAt, enrolUrl: `${deps.config.publicUrl}/enrol#${shown}` };
  });
}
