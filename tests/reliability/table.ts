import { readFileSync, writeFileSync } from 'node:fs';

/** One line of the table. */
export interface Result {
  readonly kind: string;
  readonly injected: number;
  readonly wanted: number;
  readonly submissions: number;
  /** Of them, made by the real screens before the first fault. */
  readonly byHand: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly stuck: number;
  readonly emptyAfter: number;
  readonly seconds: number;
  readonly up: number;
  readonly down: number;
}

/** What a whole run found. */
export interface Findings {
  readonly seed: number;
  readonly day: string;
  readonly results: readonly Result[];
  readonly troubles: readonly string[];
}

const HEAD = ['fault', 'times injected', 'submissions', 'lost', 'duplicated', 'stuck'];

/** The table as people read it in a terminal and in the document. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => [result.kind, ...numbersOf(result)]);
  const total = ['**all**', ...numbersOf(sumOf(results))];
  const all = [HEAD, ...rows, total];
  const widths = HEAD.map((_title, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(HEAD), rule, ...rows.map(line), line(total)].join('\n');
}

/** Everything together. */
export function sumOf(results: readonly Result[]): Omit<Result, 'kind' | 'wanted' | 'emptyAfter'> {
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
  return {
    injected: sum(({ injected }) => injected),
    submissions: sum(({ submissions }) => submissions),
    byHand: sum(({ byHand }) => byHand),
    lost: sum(({ lost }) => lost),
    duplicated: sum(({ duplicated }) => duplicated),
    stuck: sum(({ stuck }) => stuck),
    seconds: sum(({ seconds }) => seconds),
    up: sum(({ up }) => up),
    down: sum(({ down }) => down),
  };
}

function numbersOf(
  of: Omit<Result, 'kind' | 'wanted' | 'emptyAfter' | 'seconds' | 'up' | 'down' | 'byHand'>,
): string[] {
  return [of.injected, of.submissions, of.lost, of.duplicated, of.stuck].map(String);
}

/** Two lines that say how the numbers came about. */
export function closingOf({ results, seed, day, troubles }: Findings): string {
  const all = sumOf(results);
  const longest = Math.max(...results.map(({ emptyAfter }) => emptyAfter));
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return [
    `${day}, seed ${seed}: ${results.length} kinds, ${all.injected} injections, ${all.submissions} submissions` +
      ` (${all.byHand} of them by the real screens), ${Math.round(all.seconds)} s;` +
      ` ${megabytes(all.up)} MB up and ${megabytes(all.down)} MB down at the tablet’s end of the line.` +
      ` Once the line was whole again, the queue was empty after at most ${longest.toFixed(1)} s.`,
    troubles.length === 0
      ? 'The audit chain verified, the change feed had no gap, and the tablet had heard of every change.'
      : troubles.join('\n'),
  ].join('\n');
}

const [FROM, TO] = ['<!-- faults: from here', '<!-- faults: to here'];

/** Puts the findings between the markers of the document. */
export function writeInto(path: string, findings: Findings): void {
  const text = readFileSync(path, 'utf8');
  const from = text.indexOf('\n', text.indexOf(FROM)) + 1;
  const to = text.indexOf(TO);
  if (!text.includes(FROM) || to < from) throw new Error(`${path} has no place for the table`);
  const body = `\n${tableOf(findings.results)}\n\n${closingOf(findings)}\n\n`;
  writeFileSync(path, `${text.slice(0, from)}${body}${text.slice(to)}`);
}
