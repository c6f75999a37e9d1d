import type { Settings } from './settings.ts';

type Tablets = Settings['tablets'];

const MEGABYTE = 1024 * 1024;

/** The numbers of the tablets' policy in the order of the form: days, or megabytes. */
export const NUMBER_RULES = [
  'keepDays',
  'warnUnsent',
  'holdUnsent',
  'notKept',
  'warnSpace',
  'holdSpace',
] as const;
export type NumberRule = (typeof NUMBER_RULES)[number];

/** As it stands in the box. */
export function readRule({ keepSummariesDays, guard }: Tablets, rule: NumberRule): string {
  const numbers = {
    keepDays: keepSummariesDays,
    warnUnsent: guard.unsentDays.warn,
    holdUnsent: guard.unsentDays.hold,
    notKept: guard.notKeptDays,
    warnSpace: Math.round(guard.freeBytes.warn / MEGABYTE),
    holdSpace: Math.round(guard.freeBytes.hold / MEGABYTE),
  } as const satisfies Record<NumberRule, number>;
  return String(numbers[rule]);
}

/** The policy with one number as typed; what is no digit is left out. */
export function writeRule(tablets: Tablets, rule: NumberRule, typed: string): Tablets {
  const number = Math.min(Number(typed.replace(/\D/g, '')), rule.endsWith('Space') ? 1_000_000 : 3650);
  const { guard } = tablets;
  const withGuard = (part: Partial<Tablets['guard']>) => ({ ...tablets, guard: { ...guard, ...part } });
  switch (rule) {
    case 'keepDays':
      return { ...tablets, keepSummariesDays: number };
    case 'warnUnsent':
      return withGuard({ unsentDays: { ...guard.unsentDays, warn: number } });
    case 'holdUnsent':
      return withGuard({ unsentDays: { ...guard.unsentDays, hold: number } });
    case 'notKept':
      return withGuard({ notKeptDays: number });
    case 'warnSpace':
      return withGuard({ freeBytes: { ...guard.freeBytes, warn: number * MEGABYTE } });
    case 'holdSpace':
      return withGuard({ freeBytes: { ...guard.freeBytes, hold: number * MEGABYTE } });
  }
}

/** Whether a number is one that tablets can use: at least a day, and never holding before they warn. */
export function isRuleRight({ keepSummariesDays, guard }: Tablets, rule: NumberRule): boolean {
  switch (rule) {
    case 'keepDays':
      return keepSummariesDays >= 1;
    case 'warnUnsent':
      return guard.unsentDays.warn >= 1;
    case 'holdUnsent':
      return guard.unsentDays.hold >= Math.max(1, guard.unsentDays.warn);
    case 'holdSpace':
      return guard.freeBytes.hold <= guard.freeBytes.warn;
    case 'notKept':
    case 'warnSpace':
      return true;
  }
}
