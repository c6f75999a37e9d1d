import { isRecord } from '../../records.ts';

/*
 * What the first column of the survey sheet may say, and what kind of question it becomes. `begin group` is also written
 * `begin_group`, and ODK has had other names for the same types over the years.
 */

export type RowType =
  | { readonly kind: 'begin'; readonly of: 'group' | 'repeat' }
  | { readonly kind: 'end'; readonly of: 'group' | 'repeat' }
  | AskedType;

export type AskedType =
  | {
      readonly kind: 'question';
      /** Of the question: its `type`, and what else follows from the sheet's type. */
      readonly is: Readonly<Record<string, unknown>> & { readonly type: string };
    }
  | {
      readonly kind: 'select';
      readonly is: 'choice' | 'choices';
      readonly list: string;
      readonly orOther: boolean;
    }
  | { readonly kind: 'note' | 'calculate' | 'today' }
  /** Asked by no sheet of ours: who filled in the form, when, and on which device. */
  | { readonly kind: 'metadata' }
  | { readonly kind: 'not-supported' };

const METADATA: ReadonlySet<string> = new Set([
  'start',
  'end',
  'deviceid',
  'username',
  'phonenumber',
  'email',
  'audit',
  'simserial',
  'subscriberid',
  'start-geopoint',
  'background-audio',
]);

const QUESTIONS: ReadonlyMap<string, Extract<RowType, { kind: 'question' }>['is']> = new Map([
  ['text', { type: 'text' }],
  ['string', { type: 'text' }],
  ['integer', { type: 'number', integer: true }],
  ['int', { type: 'number', integer: true }],
  ['decimal', { type: 'number', integer: false }],
  ['range', { type: 'number', integer: true }],
  ['date', { type: 'date', precision: 'full', notInFuture: false }],
  ['time', { type: 'time' }],
  ['image', { type: 'media', kind: 'photo' }],
  ['photo', { type: 'media', kind: 'photo' }],
  ['audio', { type: 'media', kind: 'recording' }],
  ['geopoint', { type: 'location' }],
  ['location', { type: 'location' }],
  ['barcode', { type: 'barcode' }],
]);

export function typeOf(written: string): RowType {
  const words = written.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const block = /^(begin|end)[ _](group|repeat)$/.exec(words);
  if (block !== null) {
    const of = block[2] === 'group' ? 'group' : 'repeat';
    return block[1] === 'begin' ? { kind: 'begin', of } : { kind: 'end', of };
  }
  const select = /^select[ _](one|multiple) (\S+)( or[ _]other)?$/i.exec(
    written.trim().replaceAll(/\s+/g, ' '),
  );
  if (select !== null) {
    const [, how = '', list = '', orOther] = select;
    return {
      kind: 'select',
      is: how.toLowerCase() === 'one' ? 'choice' : 'choices',
      list,
      orOther: orOther !== undefined,
    };
  }
  const is = QUESTIONS.get(words);
  if (is !== undefined) return { kind: 'question', is };
  if (words === 'note' || words === 'calculate' || words === 'today') return { kind: words };
  return { kind: METADATA.has(words) ? 'metadata' : 'not-supported' };
}

/** `parameters` of a `range`: `start=1 end=10 step=1`. */
export function rangeOf(parameters: string): {
  readonly min?: number;
  readonly max?: number;
  readonly integer: boolean;
} {
  const values: Record<string, number> = {};
  for (const [, name = '', value] of parameters
    .toLowerCase()
    .matchAll(/\b(start|end|step)\s*=\s*(-?\d+(?:\.\d+)?)/g))
    values[name] = Number(value);
  const { start, end, step = 1 } = values;
  return {
    ...(start === undefined ? {} : { min: start }),
    ...(end === undefined ? {} : { max: end }),
    integer: [start ?? 0, end ?? 0, step].every(Number.isInteger),
  };
}

/** What a cell of the column `ve_ban::more` adds to a question, which spreadsheets have no word for; undefined where unreadable. */
export function moreOf(cell: string): Readonly<Record<string, unknown>> | undefined {
  if (cell === '') return {};
  try {
    const more: unknown = JSON.parse(cell);
    return isRecord(more) ? more : undefined;
  } catch {
    return undefined;
  }
}
