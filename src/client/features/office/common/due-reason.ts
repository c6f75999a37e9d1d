import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { formatDate } from '../../../i18n/formats.ts';
import type { Text } from '../../../i18n/useText.ts';

/** One step of how the date of the result came about, in words; dates as people here write them. */
export function sayDueReason({ key, params }: DossierDetail['dueReason'][number], t: Text): string {
  const date = params.date;
  return t(`due.reason.${key}`, typeof date === 'string' ? { ...params, date: formatDate(date) } : params);
}
