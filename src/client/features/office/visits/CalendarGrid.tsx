import { weekday } from '../../../../domain/calendar/civil-date.ts';
import { formatDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { CalendarView } from './calendar-days.ts';
import { daysOf } from './calendar-days.ts';
import { AppointmentEntry, VisitEntry } from './Entries.tsx';
import styles from './Visits.module.css';
import type { Calendar } from './visit-queries.ts';

interface CalendarGridProps {
  readonly view: CalendarView;
  readonly day: string;
  readonly span: { readonly from: string; readonly to: string };
  readonly calendar: Calendar;
  readonly today: string;
  readonly openId: string | undefined;
  readonly hrefOf: (visitId: string) => string;
}

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;

/** Days with what is to do on each: whole weeks side by side, or one below the other where only full days are listed. */
export function CalendarGrid({ view, day, span, calendar, today, openId, hrefOf }: CalendarGridProps) {
  const t = useText('office-visits');
  const days = daysOf(span).map((date) => ({
    date,
    visits: calendar.visits.filter((visit) => visit.day === date),
    appointments: calendar.appointments.filter((one) => one.day === date),
  }));
  const shown =
    view === 'list' ? days.filter((one) => one.visits.length + one.appointments.length > 0) : days;
  if (shown.length === 0) return <p className={styles.empty}>{t('nothing')}</p>;
  return (
    <>
      {view !== 'list' && (
        <div className={styles.weekdays} aria-hidden="true">
          {WEEK.map((one) => (
            <span key={one}>{t(`weekday.${one}`)}</span>
          ))}
        </div>
      )}
      <ol className={styles.days} data-view={view}>
        {shown.map(({ date, visits, appointments }) => (
          <li
            key={date}
            className={styles.day}
            data-today={date === today}
            data-other={view === 'month' && date.slice(0, 7) !== day.slice(0, 7)}
          >
            <h3 className={styles.dayName}>
              <span className={styles.weekday}>{t(`weekday.${weekday(date)}`)} </span>
              <time dateTime={date}>
                {view === 'list' ? formatDate(date) : formatDate(date).replace(/\/\d{4}$/, '')}
              </time>
              {date === today && <small className={styles.todayWord}>{t('today')}</small>}
            </h3>
            {visits.map((visit) => (
              <VisitEntry
                key={visit.id}
                visit={visit}
                today={today}
                href={hrefOf(visit.id)}
                isOpen={visit.id === openId}
              />
            ))}
            {appointments.map((appointment) => (
              <AppointmentEntry key={appointment.id} appointment={appointment} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
