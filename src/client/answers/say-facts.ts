import type { FeeRule, TimeLimit } from '../../domain/procedure/definition.ts';
import { formatMoney } from '../i18n/formats.ts';
import type { Text } from '../i18n/useText.ts';

/*
 * A procedure's time limit and fee in plain words, the same on the tablet, in the office and on paper. What was only
 * remembered, or read of another province, says so. `t` speaks `locales/<lang>/answers.json`.
 */

/** `dong` is what the answers make of it, where the engine could compute it. */
export function sayFee(fee: FeeRule, dong: number | undefined, t: Text): string {
  switch (fee.kind) {
    case 'free':
      return withDoubt(t('fee.free'), fee.confirmed, t);
    case 'province-table':
      return t('fee.provinceTable');
    case 'amount':
      return withDoubt(formatMoney(fee.dong), fee.confirmed, t);
    case 'computed':
      return withDoubt(dong === undefined ? t('fee.computed') : formatMoney(dong), fee.confirmed, t);
  }
}

export function sayLimit(limit: TimeLimit, t: Text): string {
  switch (limit.kind) {
    case 'same-day':
      return withDoubt(t('limit.sameDay', { cutoff: limit.cutoff }), limit.confirmed, t);
    case 'working-days':
      return withDoubt(t('limit.workingDays', { count: limit.days }), limit.confirmed, t);
    case 'working-hours':
      return withDoubt(t('limit.workingHours', { count: limit.hours }), limit.confirmed, t);
    case 'calendar-days':
      return withDoubt(t('limit.calendarDays', { count: limit.days }), limit.confirmed, t);
    case 'none':
      return t('limit.none');
  }
}

function withDoubt(said: string, confirmed: boolean | undefined, t: Text): string {
  return confirmed === false ? t('unconfirmed', { said }) : said;
}
