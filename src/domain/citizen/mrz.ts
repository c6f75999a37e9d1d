import { foldText } from './fold.ts';
import { checkDigit, type MrzLineProblem, problemOfLine1, problemOfLine2 } from './mrz-lines.ts';
import { parseNationalId } from './national-id.ts';
import { PartialDate } from './partial-date.ts';

/** What the three lines on the back of a Vietnamese card say. */
export interface Mrz {
  /** Twelve digits. */
  readonly number: string;
  readonly sex: 'male' | 'female';
  /** Absent where the two figures of the year do not tell the century. */
  readonly birthDate?: PartialDate;
  /** Last day on which the card is valid; `never` where it does not expire. */
  readonly expiresOn: PartialDate | 'never';
  /** Without tones or vowel marks: a proposal to compare with, never a spelling. Absent where the line was left out. */
  readonly plainName?: string;
  /** The number says the other sex: mistyped, or registered so. No check digit covers the sex. */
  readonly sexDiffers: boolean;
}

export type ParsedMrz =
  | { readonly kind: 'card'; readonly card: Mrz }
  /** One entry for each line, undefined where it is right. */
  | { readonly kind: 'wrong'; readonly lines: readonly (MrzLineProblem | undefined)[] };

type Lines = readonly [string, string, string];

/**
 * Reads the machine-readable lines (ICAO 9303, TD1; checks of DOMAIN section 3.3) as typed by hand: small letters, spaces,
 * accents and left-out fillers are mended (a person need not look for `<`), and the name line may be left out. `today` (ISO) decides the century of a birth. Never throws.
 */
export function parseMrz(typed: Lines, today: string): ParsedMrz {
  const lines = tidyMrz(typed);
  const problems = problemsOf(lines);
  if (problems.some((problem) => problem !== undefined)) return { kind: 'wrong', lines: problems };
  const [first, second, third] = lines;
  const number = first.slice(15, 27);
  const sex = second.charAt(7) === 'M' ? 'male' : 'female';
  const birthDate = dateOf(second.slice(0, 6), centuryOfBirth(second.slice(0, 6), number, today));
  const expiry = second.slice(8, 14);
  const plainName = third.replace(/</g, ' ').replace(/\s+/g, ' ').trim();
  const parsed = parseNationalId(number);
  return {
    kind: 'card',
    card: {
      number,
      sex,
      ...(birthDate === undefined ? {} : { birthDate }),
      expiresOn: expiry === '991231' ? 'never' : (dateOf(expiry, 2000) ?? 'never'),
      ...(plainName === '' ? {} : { plainName }),
      sexDiffers: parsed.kind === 'personal-number' && parsed.sex !== sex,
    },
  };
}

/** Upper case without marks, fillers where a keyboard left them out. What cannot be mended stays as typed. */
function tidyMrz([first, second, third]: Lines): Lines {
  const name = tidyLine(third.trim().replace(/\s+/g, '<'));
  return [
    withFillers(tidyLine(first), /^(IDVNM\d{22})<*(\d)$/, 2),
    withFillers(tidyLine(second), /^(.{18})<*(\d)$/, 11),
    name === '' ? '' : name.padEnd(30, '<'),
  ];
}

function tidyLine(line: string): string {
  return foldText(line.slice(0, 200).replace(/«/g, '<<').replace(/‹/g, '<')).toUpperCase().replace(/\s/g, '');
}

function withFillers(line: string, around: RegExp, count: number): string {
  const match = around.exec(line);
  return match === null ? line : `${match[1]}${'<'.repeat(count)}${match[2]}`;
}

function problemsOf([first, second, third]: Lines): readonly (MrzLineProblem | undefined)[] {
  const one = problemOfLine1(first);
  const two = problemOfLine2(second);
  const whole = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  const isWhole = one !== undefined || two !== undefined || checkDigit(whole) === second.charAt(29);
  return [one, isWhole ? two : 'wrong-whole-check', problemOfLine3(third)];
}

function problemOfLine3(line: string): MrzLineProblem | undefined {
  if (line === '') return undefined;
  if (line.length > 30) return 'too-long';
  return /^[A-Z]+(<{1,2}[A-Z]+)*<*$/.test(line) ? undefined : 'wrong-name';
}

/** 1900 or 2000. The number, written by the same office, tells it where both are possible; else nobody guesses. */
function centuryOfBirth(yymmdd: string, number: string, today: string): number | undefined {
  const year = Number(yymmdd.slice(0, 2));
  const possible = [1900, 2000].filter((century) => century + year <= Number(today.slice(0, 4)));
  if (possible.length === 1) return possible[0];
  const parsed = parseNationalId(number);
  return possible.find((century) => parsed.kind === 'personal-number' && parsed.birthYear === century + year);
}

function dateOf(yymmdd: string, century: number | undefined): PartialDate | undefined {
  if (century === undefined || !/^\d\d/.test(yymmdd)) return undefined;
  const [month, day] = [yymmdd.slice(2, 4), yymmdd.slice(4, 6)].map((part) => Number(part) || undefined);
  const year = century + Number(yymmdd.slice(0, 2));
  const parsed = PartialDate.safeParse({
    year,
    ...(month === undefined ? {} : { month }),
    ...(month === undefined || day === undefined ? {} : { day }),
  });
  return parsed.success ? parsed.data : undefined;
}
