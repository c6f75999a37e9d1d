import { civilDate } from '../../../domain/calendar/civil-date.ts';
import { dueDate, isDoubted } from '../../../domain/calendar/due-date.ts';
import { formatOfficialCode } from '../../../domain/dossier/official-code.ts';
import { findAnyCommune } from '../../../domain/place/all-communes.ts';
import { takeCodeNumber } from '../../storage/code-counters.ts';
import { enterInLogbook } from '../../storage/logbook.ts';
import type { Act, ActContext, Consequence, Impossible } from './consequence.ts';
import { reasonsOf } from './go-on.ts';

/**
 * Takes a dossier into the office's books: official code, place in the logbook, time of receipt, date of the result (I7). The time limit runs from
 * this moment: the clock starts when a complete dossier is received by the one-stop office, and it is the officer who finds
 * it complete. The first of the reasons says which moment it was.
 */
export async function accept(
  { trx, now, settings, limit, dossier }: ActContext,
  { competentCommune }: Act<'accept'>,
): Promise<Consequence | Impossible> {
  if (competentCommune !== undefined && findAnyCommune(competentCommune) === undefined)
    return { kind: 'impossible', detail: 'commune' };
  const receivedAt = now.toISOString();
  const due = dueDate({ receivedAt, limit, calendar: settings });
  const unitCode = settings.unitCode.value;
  const day = civilDate(receivedAt);
  const officialCode = formatOfficialCode({
    unitCode,
    day,
    number: await takeCodeNumber(trx, unitCode, day),
  });
  return {
    event: { officialCode, dueAt: due.dueAt },
    detail: {
      officialCode,
      dueAt: due.dueAt,
      isDueDoubted: isDoubted(due.because),
      unitCode: settings.unitCode,
    },
    dueReason: reasonsOf(due),
    ...(competentCommune !== undefined && { competentCommune }),
    afterwards: () => enterInLogbook(trx, dossier, Number(day.slice(0, 4))),
  };
}
