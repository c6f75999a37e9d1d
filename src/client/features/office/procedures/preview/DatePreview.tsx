import { useState } from 'react';
import { PartialDate } from '../../../../../domain/citizen/partial-date.ts';
import type { AnswerValue } from '../../../../../domain/procedure/contract/answers.ts';
import { DateFields, type DateParts } from '../../../../ui/DateFields.tsx';

interface DatePreviewProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue | undefined) => void;
}

/** Day, month and year, of which only the year must be known; half a date is no answer yet. */
export function DatePreview({ value, onChange, ...field }: DatePreviewProps) {
  const [parts, setParts] = useState(() => toParts(value));
  return (
    <DateFields
      {...field}
      value={parts}
      onChange={(next) => {
        setParts(next);
        onChange(toDate(next));
      }}
    />
  );
}

function toDate({ day, month, year }: DateParts): PartialDate | undefined {
  const known = [
    ['year', year],
    ['month', month],
    ['day', day],
  ].filter(([, digits]) => digits !== '');
  return PartialDate.safeParse(Object.fromEntries(known.map(([part, digits]) => [part, Number(digits)])))
    .data;
}

function toParts(value: AnswerValue | undefined): DateParts {
  const { data } = PartialDate.safeParse(value);
  const digits = (part: number | undefined) => (part === undefined ? '' : String(part));
  return { day: digits(data?.day), month: digits(data?.month), year: digits(data?.year) };
}
