import * as z from 'zod';
import { CivilDate, EntityId, Instant } from '../ids.ts';
import { operation } from './operation.ts';

/** A line of the logbook ("Sổ theo dõi hồ sơ"). */
export const LogbookLine = z.strictObject({
  dossierId: EntityId,
  book: z.int(),
  number: z.int(),
  officialCode: z.string(),
  procedureName: z.string(),
  applicant: z.string(),
  /** Address and telephone as one text. */
  reach: z.string(),
  authority: z.string(),
  receivedAt: Instant,
  dueAt: Instant.nullable(),
  returnedAt: Instant.nullable(),
  resultWay: z.string(),
  signedFor: z.string(),
  note: z.string(),
});
export type LogbookLine = z.infer<typeof LogbookLine>;

/** Days of receipt, both counted, and one procedure. */
export const LogbookFilter = z.strictObject({
  from: CivilDate,
  to: CivilDate,
  procedure: z.string().max(60).optional(),
});
export type LogbookFilter = z.infer<typeof LogbookFilter>;

/** In the order of the book, 100 lines after the one named. */
export const listLogbook = operation({
  id: 'listLogbook',
  method: 'GET',
  path: '/api/office/logbook',
  query: LogbookFilter.extend({
    afterBook: z.coerce.number().int().optional(),
    afterNumber: z.coerce.number().int().optional(),
  }),
  answer: z.strictObject({
    lines: z.array(LogbookLine),
    more: z.boolean(),
    /** Procedures that the book has lines of. */
    procedures: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
});

/** The same lines as a file, with the filter as query; not JSON, on record. */
export const logbookFilePaths = {
  xlsx: '/api/office/logbook.xlsx',
  csv: '/api/office/logbook.csv',
} as const;
