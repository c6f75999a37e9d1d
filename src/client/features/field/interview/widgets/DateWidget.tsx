import { formatIsoPartial, PartialDate } from '../../../../../domain/citizen/partial-date.ts';
import { useText } from '../../../../i18n/useText.ts';
import { DateFields } from '../../../../ui/DateFields.tsx';
import { readTypedDate, type TypedDate, typeDate } from './date-parts.ts';
import { useHalfTyped } from './half-typed.ts';
import type { WidgetProps } from './widget-props.ts';

/** Day, month and year as remembered; a year alone is enough where the question allows it. */
export function DateWidget({ question, value, onChange, ...words }: WidgetProps<'date'>) {
  const t = useText('interview');
  const answered = PartialDate.safeParse(value);
  const initial = typeDate(answered.success ? answered.data : undefined);
  const [day, setDay] = useHalfTyped(`${question.id}:day`, initial.day);
  const [month, setMonth] = useHalfTyped(`${question.id}:month`, initial.month);
  const [year, setYear] = useHalfTyped(`${question.id}:year`, initial.year);
  const typed = { day, month, year };
  // An answer that the boxes do not say was given elsewhere meanwhile (read from a card): it is what is shown.
  const shown = answered.success && !says(typed, answered.data) ? initial : typed;
  const read = readTypedDate(shown);
  const hints = [
    words.hint,
    question.precision === 'partial' && !words.labelHidden ? t('date.yearIsEnough') : undefined,
  ];
  return (
    <DateFields
      label={words.label}
      labelHidden={words.labelHidden}
      hint={hints.filter((hint) => hint !== undefined).join(' ') || undefined}
      problem={read.kind === 'wrong' ? t(`date.${read.code}`) : words.problem}
      value={shown}
      onChange={(next) => {
        setDay(next.day);
        setMonth(next.month);
        setYear(next.year);
        const read = readTypedDate(next);
        onChange(read.kind === 'date' ? read.date : undefined);
      }}
    />
  );
}

function says(typed: TypedDate, date: PartialDate): boolean {
  const read = readTypedDate(typed);
  return read.kind === 'date' && formatIsoPartial(read.date) === formatIsoPartial(date);
}
