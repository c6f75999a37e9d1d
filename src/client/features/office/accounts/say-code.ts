import type { AccountDetail } from '../../../../contract/operations/accounts.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import type { Text } from '../../../i18n/useText.ts';

/** Whether the slip's code can be used now, and until or from when. */
export function sayCode(code: AccountDetail['code'], t: Text): string {
  if (code.lockedUntil !== null) return t('code.locked', { when: formatDateTime(code.lockedUntil) });
  return t(code.isExpired ? 'code.expired' : 'code.until', { when: formatDateTime(code.expiresAt) });
}
