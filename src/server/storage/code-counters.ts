import type { Trx } from './connection.ts';

/**
 * Next order number of a unit on a civil day, from 1. The row stays locked until commit, so two officers never
 * get the same number, and a transaction that fails leaves no gap.
 */
export async function takeCodeNumber(trx: Trx, unitCode: string, day: string): Promise<number> {
  const row = await trx
    .insertInto('code_counters')
    .values({ unit_code: unitCode, day, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_code', 'day'])
        .doUpdateSet((eb) => ({ last: eb('code_counters.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
