import type { LogbookLine } from '../../../contract/operations/logbook.ts';
import { civilDateTime } from '../../../domain/calendar/civil-date.ts';
import type { Say } from '../facts/subject.ts';

/** Columns of the book, and how wide each is in a spreadsheet (characters). */
const COLUMNS = [
  ['book', 10],
  ['number', 8],
  ['officialCode', 30],
  ['procedureName', 34],
  ['sets', 10],
  ['applicant', 28],
  ['reach', 44],
  ['authority', 30],
  ['receivedAt', 18],
  ['dueAt', 18],
  ['returnedAt', 18],
  ['resultWay', 26],
  ['signedFor', 26],
  ['note', 20],
] as const;

export const widths: readonly number[] = COLUMNS.map(([, width]) => width);

/** The heads above the columns. */
export function headsOf(say: Say): readonly string[] {
  return COLUMNS.map(([column]) => say(`logbook.columns.${column}`));
}

/**
 * One line of the book as cells, all of them text: a code or a telephone number is no quantity. Book and number stand apart,
 * because together (`1/2026`) a spreadsheet program reads a month out of a CSV file.
 */
export function cellsOf(line: LogbookLine): readonly string[] {
  const moment = (instant: string | null) => {
    if (instant === null) return '';
    const { date, time } = civilDateTime(instant);
    return `${date.split('-').reverse().join('/')} ${time}`;
  };
  const cells = {
    ...line,
    book: String(line.book),
    number: String(line.number),
    sets: '1',
    receivedAt: moment(line.receivedAt),
    dueAt: moment(line.dueAt),
    returnedAt: moment(line.returnedAt),
  };
  return COLUMNS.map(([column]) => cells[column]);
}
