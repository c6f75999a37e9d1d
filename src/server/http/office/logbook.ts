import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ErrorBody } from '../../../contract/errors.ts';
import { LogbookFilter, listLogbook, logbookFilePaths } from '../../../contract/operations/logbook.ts';
import { exportLogbook, showLogbook } from '../../commands/papers/open-logbook.ts';
import type { Deps } from '../../deps.ts';
import { widths } from '../../papers/logbook/columns.ts';
import { writeCsv } from '../../papers/logbook/write-csv.ts';
import { writeXlsx } from '../../papers/logbook/write-xlsx.ts';
import { sayForms } from '../../papers/words.ts';
import { statusOf } from '../error-reply.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** The logbook as a list and as files, which are streams: a book of any length takes the same memory. */
export function addLogbook(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listLogbook, async ({ query }, request) => {
    const { afterBook, afterNumber, ...filter } = query;
    const after =
      afterBook === undefined || afterNumber === undefined
        ? undefined
        : { book: afterBook, number: afterNumber };
    const page = await showLogbook(deps, sessionOf(request).actor, filter, after);
    if (page === undefined) return refused('forbidden', 'role');
    return ok({ ...page, lines: [...page.lines], procedures: [...page.procedures] });
  });

  for (const format of ['xlsx', 'csv'] as const)
    scope.get(logbookFilePaths[format], async (request, reply) => {
      const filter = LogbookFilter.safeParse(request.query);
      if (!filter.success) return sendError(reply, { kind: 'malformed', detail: 'filter' });
      const rows = await exportLogbook(deps, sessionOf(request).actor, filter.data, format);
      if (rows === undefined) return sendError(reply, { kind: 'forbidden', detail: 'role' });
      const bytes =
        format === 'csv'
          ? writeCsv(rows)
          : writeXlsx(rows, { sheet: sayForms(deps.texts)('titles.logbook'), widths });
      const { from, to } = filter.data;
      return reply
        .header('content-type', MEDIA_TYPES[format])
        .header('content-disposition', `attachment; filename="so-theo-doi-ho-so-${from}-${to}.${format}"`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .send(Readable.from(bytes));
    });
}

function sendError(reply: FastifyReply, error: ErrorBody): FastifyReply {
  return reply.code(statusOf(error.kind)).send(error);
}
