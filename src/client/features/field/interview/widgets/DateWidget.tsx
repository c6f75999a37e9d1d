import { PartialDate } from '../../../../../domain/citizen/partial-date.ts';
import { useText } from '../../../../i18n/useText.ts';
import { DateFields } from '../../../../ui/DateFields.tsx';
import { readTypedDate, typeDate } from './date-parts.ts';
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
  const read = readTypedDate({ day, month, year });
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
      value={{ day, month, year }}
      onChange={(typed) => {
        setDay(typed.day);
        setMonth(typed.month);
        setYear(typed.year);
        const next = readTypedDate(typed);
        onChange(next.kind === 'date' ? next.date : undefined);
      }}
    />
  );
}
