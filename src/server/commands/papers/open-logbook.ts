import type { LogbookFilter, LogbookLine } from '../../../contract/operations/logbook.ts';
import { instantAt } from '../../../domain/calendar/civil-date.ts';
import { addDays } from '../../../domain/citizen/partial-date.ts';
import type { Deps } from '../../deps.ts';
import { cellsOf, headsOf } from '../../papers/logbook/columns.ts';
import { lineDescriber } from '../../papers/logbook/describe-line.ts';
import { sayForms } from '../../papers/words.ts';
import { logbookOf } from '../../policies/paper.ts';
import type { Actor } from '../../policies/reach.ts';
import { inTransaction } from '../../storage/connection.ts';
import { appendAudit } from '../../storage/journal.ts';
import {
  type BookPlace,
  type LogbookChoice,
  listLogbookProcedures,
  listLogbookRows,
  readLogbook,
} from '../../storage/logbook-queries.ts';

const PAGE = 100;

/** A page of the commune's logbook; undefined for who may not read it. */
export async function showLogbook(
  deps: Deps,
  by: Actor,
  filter: LogbookFilter,
  after: BookPlace | undefined,
): Promise<
  | {
      readonly lines: readonly LogbookLine[];
      readonly more: boolean;
      readonly procedures: readonly { readonly id: string; readonly name: string }[];
    }
  | undefined
> {
  const commune = logbookOf(by);
  if (commune === undefined) return undefined;
  const versions = await deps.procedures.list(deps.db);
  const lineOf = lineDescriber(versions, deps.texts);
  const rows = await listLogbookRows(deps.db, choiceOf(commune, filter), after, PAGE + 1);
  const procedures = (await listLogbookProcedures(deps.db, commune)).map((id) => {
    const name = versions.findLast((version) => version.id === id)?.texts.vi?.name;
    return { id, name: typeof name === 'string' ? name : id };
  });
  return { lines: rows.slice(0, PAGE).map(lineOf), more: rows.length > PAGE, procedures };
}

/**
 * Rows of the logbook's file, its heads first, read as they are asked for; undefined for who may not take it out. That it was
 * taken out, and which part, goes on record first.
 */
export async function exportLogbook(
  deps: Deps,
  by: Actor,
  filter: LogbookFilter,
  format: string,
): Promise<AsyncIterable<readonly string[]> | undefined> {
  const commune = logbookOf(by);
  if (commune === undefined) return undefined;
  await inTransaction(deps.db, (trx) =>
    appendAudit(trx, {
      at: deps.clock.now(),
      staffId: by.staffId,
      deviceId: null,
      action: 'logbook-exported',
      subject: commune,
      detail: { format, from: filter.from, to: filter.to, procedure: filter.procedure ?? null },
    }),
  );
  const lineOf = lineDescriber(await deps.procedures.list(deps.db), deps.texts);
  const heads = headsOf(sayForms(deps.texts));
  return (async function* () {
    yield heads;
    for await (const row of readLogbook(deps.db, choiceOf(commune, filter))) yield cellsOf(lineOf(row));
  })();
}

function choiceOf(commune: string, { from, to, procedure }: LogbookFilter): LogbookChoice {
  return {
    commune,
    from: new Date(instantAt(from, '00:00')),
    before: new Date(instantAt(addDays(to, 1), '00:00')),
    procedure,
  };
}
