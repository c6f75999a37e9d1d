import { civilDate } from '../../domain/calendar/civil-date.ts';

/** The order number of the day is written with at least this many digits (Circular 01/2018/TT-VPCP Art. 19). */
const ORDER_DIGITS = 4;

/**
 * `unit-YYMMDD-XXXX`: the shape Thanh Hóa's codes are known to have (DOMAIN.md 1.4). The pattern of Circular 03/2025
 * was not seen; everything else treats the code as an opaque text, so only this line would change.
 */
export function officialCode(unitCode: string, acceptedAt: Date, order: number): string {
  const day = civilDate(acceptedAt.toISOString()).replaceAll('-', '').slice(2);
  return `${unitCode}-${day}-${String(order).padStart(ORDER_DIGITS, '0')}`;
}
