import type { FeeRule, TimeLimit } from '../../../domain/procedure/definition.ts';
import { type Fragment, type Html, html } from './html.ts';
import type { ProcedureWords, Words } from './words.ts';

/*
 * Limits and fees in the words of the tablet (`locales/<language>/answers.json`); what is not confirmed is marked, so that
 * nobody walks on a promise that the commune did not make.
 */

export function sayLimit(limit: TimeLimit, words: Words): Html {
  const t = words.answers;
  switch (limit.kind) {
    case 'same-day':
      return marked(t('limit.sameDay', { cutoff: limit.cutoff }), limit.confirmed, words);
    case 'working-days':
      return marked(t('limit.workingDays', { count: limit.days }), limit.confirmed, words);
    case 'working-hours':
      return marked(t('limit.workingHours', { count: limit.hours }), limit.confirmed, words);
    case 'calendar-days':
      return marked(t('limit.calendarDays', { count: limit.days }), limit.confirmed, words);
    case 'none':
      return html`${t('limit.none')}`;
  }
}

export function sayFee(fee: FeeRule, words: Words, say: ProcedureWords): Html {
  switch (fee.kind) {
    case 'free':
      return marked(words.answers('fee.free'), fee.confirmed, words);
    case 'province-table':
      return marked(words.answers('fee.provinceTable'), fee.confirmed, words);
    case 'amount':
      return marked(sayDong(fee.dong, words), fee.confirmed, words);
    case 'computed':
      return html`${marked(words.answers('fee.computed'), fee.confirmed, words)}
<ul>${fee.rows.map(({ id, dong }) => html`<li>${say(`fees.${id}`) ?? id}: ${sayDong(dong, words)}</li>`)}</ul>`;
  }
}

export function sayDong(dong: number, words: Words): string {
  return words.page('dong', { amount: String(dong).replace(/\B(?=(\d{3})+(?!\d))/g, '.') });
}

function marked(said: Fragment, confirmed: boolean | undefined, words: Words): Html {
  return confirmed === false ? html`${said} <mark>${words.page('unconfirmed')}</mark>` : html`${said}`;
}

/** `2027-02-28` as people here write it. */
export function sayDay(day: string): string {
  return day.split('-').reverse().join('/');
}
