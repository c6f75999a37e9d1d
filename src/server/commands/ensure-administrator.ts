import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { findStaffByLogin, insertStaff, replaceOneTimePassword } from '../storage/staff.ts';
import { countStaffKeys } from '../storage/staff-keys.ts';
import { createEnrolmentCode } from './create-enrolment-code.ts';
import { hashPassword, oneTimePassword } from './password.ts';

/** What the person at the terminal must know; undefined where the secret was already used. */
export interface FirstSecrets {
  readonly login: string;
  readonly oneTimePassword: string | undefined;
  readonly enrolmentCode: string | undefined;
}

const LOGIN = 'admin';
const HOURS_VALID = 24;

/**
 * The first administrator, who is also enrolled as field staff so that one person can try the whole road. Until that
 * person has signed in, each start makes a new one-time password; until a tablet of theirs is enrolled, a new
 * code. Codes printed before stay valid until they expire: somebody may be typing one in while the server restarts.
 */
export async function ensureAdministrator(deps: Deps, displayName: string): Promise<FirstSecrets> {
  const password = oneTimePassword(deps.random.bytes);
  const passwordHash = await hashPassword(password);
  const now = deps.clock.now();
  const { staffId, isUnused, isEnrolled } = await inTransaction(deps.db, async (trx) => {
    const before = await findStaffByLogin(trx, LOGIN);
    const id = before?.id ?? deps.random.id();
    if (before === undefined) {
      const roles = ['administrator', 'officer', 'field'] as const;
      const { commune } = deps.config;
      await insertStaff(
        trx,
        {
          id,
          login: LOGIN,
          displayName,
          roles: [...roles],
          commune,
          passwordHash,
          mustChangePassword: true,
          department: null,
        },
        now,
      );
    } else if (before.mustChangePassword) {
      await replaceOneTimePassword(trx, id, passwordHash);
    }
    const enrolled = (await countStaffKeys(trx, id)) > 0;
    const unused = before === undefined || before.mustChangePassword;
    if (unused) {
      const action = before === undefined ? 'staff-created' : 'one-time-password-renewed';
      await appendAudit(trx, {
        at: now,
        staffId: null,
        deviceId: null,
        action,
        subject: id,
        detail: { login: LOGIN },
      });
    }
    return { staffId: id, isUnused: unused, isEnrolled: enrolled };
  });
  const code = isEnrolled
    ? undefined
    : await createEnrolmentCode(deps, { staffId, hoursValid: HOURS_VALID, createdBy: null });
  return {
    login: LOGIN,
    oneTimePassword: isUnused ? password : undefined,
    enrolmentCode: code?.kind === 'created' ? code.code : undefined,
  };
}
