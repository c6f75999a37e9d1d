import { type DossierStatus, statusFacts } from '../../../../domain/dossier/status.ts';

/** How pressing a date of result is. Dates are civil dates in Việt Nam. */
export type Pressing =
  | { readonly kind: 'not-counted' }
  /** The citizen is asked for something, and the date does not hold meanwhile. */
  | { readonly kind: 'paused' }
  /** The office's work is over: its date presses nobody any more. */
  | { readonly kind: 'ended'; readonly status: DossierStatus }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'later'; readonly date: string };

/** The time limit runs from the office's acceptance, so a dossier without a date is not counted, never "in time". */
export function pressingOf(
  { status, dueDate }: { readonly status: DossierStatus; readonly dueDate: string | null },
  today: string,
): Pressing {
  if (status === 'done' || statusFacts[status].final) return { kind: 'ended', status };
  if (dueDate === null) return { kind: 'not-counted' };
  if (!statusFacts[status].clockRuns) return { kind: 'paused' };
  const daysLeft = (Date.parse(dueDate) - Date.parse(today)) / 86_400_000;
  if (daysLeft < 0) return { kind: 'late', days: -daysLeft };
  if (daysLeft === 0) return { kind: 'today' };
  return daysLeft === 1 ? { kind: 'tomorrow' } : { kind: 'later', date: dueDate };
}
