import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { PlannedVisit } from '../../../../contract/operations/tasks.ts';
import { civilDate, formatDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useNow } from '../common/useNow.ts';
import { AwaitedSupplements } from './AwaitedSupplements.tsx';
import { CalendarGrid } from './CalendarGrid.tsx';
import { CalendarView, spanOf, stepFrom } from './calendar-days.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { type PlanValues, valuesOf } from './plan-values.ts';
import { VisitPanel } from './VisitPanel.tsx';
import styles from './Visits.module.css';
import { calendarQuery } from './visit-queries.ts';

interface VisitsRoomProps {
  readonly view: CalendarView;
  /** A day in what is shown; today where none is named. */
  readonly day: string | undefined;
  readonly id: string | undefined;
}

interface Planning {
  readonly initial: PlanValues;
  readonly changes: PlannedVisit | undefined;
}

/** Where the field goes and when; beside planned visits what follows from accounts and dossiers. */
export function VisitsRoom({ view, day: asked, id }: VisitsRoomProps) {
  const t = useText('office-visits');
  const office = useText('office');
  const today = civilDate(useNow());
  const day = asked ?? today;
  const span = spanOf(view, day);
  const query = useQuery(calendarQuery(span));
  const calendar = query.data;
  const [, go] = useLocation();
  const [planning, setPlanning] = useState<Planning>();
  const addressOf = (of: CalendarView, at: string) => `/visits/${of}/${at}`;
  const plan = (given: Partial<PlanValues> = {}) =>
    setPlanning({
      initial: {
        day: laterOf(day, today),
        village: '',
        note: '',
        households: [],
        staffIds: [],
        ...given,
      },
      changes: undefined,
    });
  return (
    <div className={styles.room} data-open={id !== undefined}>
      <div className={styles.calendar}>
        <header className={styles.head}>
          <h1>{t('title')}</h1>
          {calendar?.mayPlan === true && (
            <Button size="small" variant="solid" icon={<Icon name="add" size={20} />} onClick={() => plan()}>
              {t('plan')}
            </Button>
          )}
        </header>
        <div className={styles.bar}>
          <LinkButton
            href={addressOf(view, stepFrom(view, day, -1))}
            size="small"
            icon={<Icon name="back" size={20} />}
          >
            {t('move.before')}
          </LinkButton>
          <LinkButton href={addressOf(view, today)} size="small">
            {t('move.today')}
          </LinkButton>
          <LinkButton
            href={addressOf(view, stepFrom(view, day, 1))}
            size="small"
            iconAfter={<Icon name="next" size={20} />}
          >
            {t('move.after')}
          </LinkButton>
          <h2 aria-live="polite">{headingOf()}</h2>
          <nav aria-label={t('view.label')} className={styles.views}>
            {CalendarView.options.map((one) => (
              <Link
                key={one}
                href={addressOf(one, day)}
                {...(one === view ? { 'aria-current': 'page' as const } : {})}
              >
                {t(`view.${one}`)}
              </Link>
            ))}
          </nav>
        </div>
        <StaleNotice query={query} />
        {(query.isPlaceholderData || calendar === undefined) && query.error === null && (
          <Spinner label={office('loading')} />
        )}
        {calendar !== undefined && (
          <>
            {/* Of other days than these, it would show these as free. */}
            {!query.isPlaceholderData && (
              <CalendarGrid
                view={view}
                day={day}
                span={span}
                calendar={calendar}
                today={today}
                openId={id}
                hrefOf={(visitId) => `${addressOf(view, day)}/${visitId}`}
              />
            )}
            <AwaitedSupplements
              supplements={calendar.supplements}
              onPlan={
                calendar.mayPlan
                  ? ({ name, village, dossierId }) =>
                      plan({
                        village: village ?? '',
                        households: [{ name, note: '', accountId: null, dossierId }],
                      })
                  : undefined
              }
            />
          </>
        )}
      </div>
      {id !== undefined && (
        <aside className={styles.detail}>
          <VisitPanel
            key={id}
            id={id}
            today={today}
            back={addressOf(view, day)}
            mayPlan={calendar?.mayPlan === true}
            onChange={(visit) => setPlanning({ initial: valuesOf(visit), changes: visit })}
            onPlanAgain={(visit) => plan({ ...valuesOf(visit), day: today })}
          />
        </aside>
      )}
      {planning !== undefined && (
        <PlanDialog
          {...planning}
          onClose={() => setPlanning(undefined)}
          onSaved={(visit) => {
            setPlanning(undefined);
            go(`${addressOf(view, visit.day)}/${visit.id}`);
          }}
        />
      )}
    </div>
  );

  function headingOf() {
    const [year = '', month = ''] = day.split('-');
    if (view === 'month') return t('heading.month', { month, year });
    // Short, so that what stands beside it stays where it is, whichever way one looks.
    return t(`heading.${view}`, { from: formatDate(span.from).slice(0, 5), to: formatDate(span.to) });
  }
}

/** Civil dates sort as text. */
function laterOf(one: string, other: string): string {
  return [one, other].sort()[1] ?? one;
}
