/** How pressing a date of result is. Dates are civil dates in Việt Nam. */
export type Pressing =
  | { readonly kind: 'not-counted' }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'later'; readonly date: string };

/** The time limit runs from the office's acceptance, so a dossier without a date is not counted, never "in time". */
export function pressingOf(dueDate: string | null, today: string): Pressing {
  if (dueDate === null) return { kind: 'not-counted' };
  const daysLeft = (Date.parse(dueDate) - Date.parse(today)) / 86_400_000;
  if (daysLeft < 0) return { kind: 'late', days: -daysLeft };
  if (daysLeft === 0) return { kind: 'today' };
  return daysLeft === 1 ? { kind: 'tomorrow' } : { kind: 'later', date: dueDate };
}
