import { lazy, Suspense, useState } from 'react';
import { nameOfLunarYear } from '../../../../../domain/calendar/lunar-year-name.ts';
import { formatIsoPartial, PartialDate } from '../../../../../domain/citizen/partial-date.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { DateFields } from '../../../../ui/DateFields.tsx';
import { Drawing } from '../../../../ui/drawings/Drawing.tsx';
import { convertedFrom, keepConverted } from '../lunar/lunar-note.ts';
import { readTypedDate, type TypedDate, typeDate } from './date-parts.ts';
import { useHalfTyped } from './half-typed.ts';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

const LunarHelp = lazy(() =>
  import('../lunar/LunarHelp.tsx').then((chunk) => ({ default: chunk.LunarHelp })),
);

/**
 * Day, month and year as remembered. Where the question allows it one touch says that only the year is known; and whoever
 * remembers the lunar date is helped to the solar one, which is the answer.
 */
export function DateWidget({ question, value, onChange, ...words }: WidgetProps<'date'>) {
  const t = useText('interview');
  const seen = useText('seen');
  const answered = PartialDate.safeParse(value);
  const initial = typeDate(answered.success ? answered.data : undefined);
  const [day, setDay] = useHalfTyped(`${question.id}:day`, initial.day);
  const [month, setMonth] = useHalfTyped(`${question.id}:month`, initial.month);
  const [year, setYear] = useHalfTyped(`${question.id}:year`, initial.year);
  const [known, setKnown] = useHalfTyped(`${question.id}:known`, 'all');
  const [converted, setConverted] = useHalfTyped(`${question.id}:lunar`, '');
  const [isHelping, setHelping] = useState(false);
  const typed = { day, month, year };
  // An answer that the boxes do not say was given elsewhere meanwhile (read from a card): it is what is shown.
  const shown = answered.success && !says(typed, answered.data) ? initial : typed;
  const read = readTypedDate(shown);
  const isPartial = question.precision === 'partial';
  const isYearOnly = isPartial && known === 'year' && shown.month === '';
  const type = (next: TypedDate) => {
    setDay(next.day);
    setMonth(next.month);
    setYear(next.year);
    const said = readTypedDate(next);
    onChange(said.kind === 'date' ? said.date : undefined);
  };
  const lunar = convertedFrom(converted, read.kind === 'date' ? read.date : undefined);
  return (
    <div className={styles.stack}>
      <DateFields
        label={words.label}
        labelHidden={words.labelHidden}
        hint={words.hint}
        problem={read.kind === 'wrong' ? t(`date.${read.code}`) : words.problem}
        value={shown}
        onChange={type}
        shown={isYearOnly ? ['year'] : ['day', 'month', 'year']}
        large
      />
      {lunar !== undefined && (
        <p className={styles.converted}>
          <Drawing name="moon" size={40} />
          {seen(lunar.leap ? 'date.convertedLeap' : 'date.converted', {
            day: lunar.day,
            month: lunar.month,
            year: lunar.year,
            name: nameOfLunarYear(lunar.year),
          })}
        </p>
      )}
      <div className={styles.tools}>
        {isPartial && (
          <Button
            icon={<Drawing name={isYearOnly ? 'calendar' : 'only-the-year'} size={36} />}
            onClick={() => {
              setKnown(isYearOnly ? 'all' : 'year');
              if (!isYearOnly) type({ day: '', month: '', year: shown.year });
            }}
          >
            {seen(isYearOnly ? 'date.wholeDate' : 'date.onlyYear')}
          </Button>
        )}
        {!isYearOnly && (
          <Button icon={<Drawing name="moon" size={36} />} onClick={() => setHelping(true)}>
            {seen('date.fromLunar')}
          </Button>
        )}
      </div>
      {isHelping && (
        <Suspense>
          <LunarHelp
            onTake={(solar, from) => {
              type(typeDate(solar));
              setConverted(keepConverted(solar, from));
              setHelping(false);
            }}
            onClose={() => setHelping(false)}
          />
        </Suspense>
      )}
    </div>
  );
}

function says(typed: TypedDate, date: PartialDate): boolean {
  const read = readTypedDate(typed);
  return read.kind === 'date' && formatIsoPartial(read.date) === formatIsoPartial(date);
}
