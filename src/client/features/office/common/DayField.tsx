import { useState } from 'react';
import * as z from 'zod';
import { DateFields, type DateParts } from '../../../ui/DateFields.tsx';
import type { FieldWords } from '../../../ui/Field.tsx';

type DayFieldProps = FieldWords & {
  /** `YYYY-MM-DD`, as it is at first. */
  readonly initial: string;
  /** A whole day of the calendar; undefined while it is none. */
  readonly onChange: (day: string | undefined) => void;
};

/** One day. Not the browser's own field: that one puts the month first where the browser is an English one. */
export function DayField({ initial, onChange, ...words }: DayFieldProps) {
  const [parts, setParts] = useState(() => toParts(initial));
  return (
    <DateFields
      {...words}
      value={parts}
      onChange={(next) => {
        setParts(next);
        onChange(toDay(next));
      }}
    />
  );
}

function toDay({ day, month, year }: DateParts): string | undefined {
  return z.iso.date().safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}

function toParts(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
}
