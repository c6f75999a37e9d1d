import { useState } from 'react';
import { formatDate } from '../../../i18n/formats.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateFields } from '../../../ui/DateFields.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { addDay, type MarkedDay, readDay } from './marked-days.ts';
import styles from './YearOfDays.module.css';

interface DayListProps {
  readonly year: number;
  readonly kind: 'off' | 'makeup';
  readonly days: readonly MarkedDay[];
  readonly onChange: (days: MarkedDay[]) => void;
}

/** Days in the order of the calendar, each with its mark; a new one begins unconfirmed. */
export function DayList({ year, kind, days, onChange }: DayListProps) {
  const t = useText('office');
  const weekdays = new Intl.DateTimeFormat(useLanguage(), { weekday: 'long', timeZone: 'UTC' });
  const empty = { day: '', month: '', year: String(year) };
  const [typed, setTyped] = useState(empty);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const add = () => {
    const read = readDay(typed, year);
    const result = read.kind === 'day' ? addDay(days, read.date) : read;
    if (result.kind !== 'added')
      return setProblem(t(`settings.dayProblem.${result.kind}`, { year: String(year) }));
    onChange(result.days);
    setTyped(empty);
    setProblem(undefined);
  };
  return (
    <section className={styles.days}>
      <h3>{t(`settings.${kind}`)}</h3>
      {days.length === 0 && <p>{t('settings.noDays')}</p>}
      <ul>
        {days.map((day) => (
          <li key={day.date}>
            <span className="numbers">
              {formatDate(day.date)}{' '}
              <span className={styles.weekday}>{weekdays.format(new Date(`${day.date}T00:00:00Z`))}</span>
            </span>
            <TickBox
              checked={day.confirmed}
              onChange={(confirmed) =>
                onChange(days.map((one) => (one.date === day.date ? { ...one, confirmed } : one)))
              }
            >
              {t('settings.dayConfirmed')}
            </TickBox>
            <Button
              size="small"
              variant="quiet"
              icon={<Icon name="close" size={20} />}
              aria-label={t('settings.removeDay', { date: formatDate(day.date) })}
              onClick={() => onChange(days.filter((one) => one.date !== day.date))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <DateFields label={t(`settings.add.${kind}`)} value={typed} onChange={setTyped} problem={problem} />
        <Button size="small" icon={<Icon name="add" size={20} />} onClick={add}>
          {t('settings.addDay')}
        </Button>
      </div>
    </section>
  );
}
