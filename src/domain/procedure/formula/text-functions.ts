import { daysOf, toText } from './value.ts';

/** Characters from `start` up to `end`, counted from 0; from the end where negative. */
export function substr(text: string, start: number, end: number | undefined): string {
  if (Number.isNaN(start)) return '';
  const letters = [...text];
  return letters.slice(start, end === undefined || Number.isNaN(end) ? undefined : end).join('');
}

export function substringBefore(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? '' : text.slice(0, at);
}

export function substringAfter(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? '' : text.slice(at + mark.length);
}

/** Each character of `from` becomes the one at its place in `to`, or goes where there is none. */
export function translate(text: string, from: string, to: string): string {
  const places = [...from];
  const others = [...to];
  return [...text]
    .map((letter) => {
      const at = places.indexOf(letter);
      return at < 0 ? letter : (others[at] ?? '');
    })
    .join('');
}

export function selectedIn(list: string): readonly string[] {
  return list.split(/\s+/).filter((one) => one !== '');
}

/** `%Y` year, `%y` its last two digits, `%m` month, `%n` without zero, `%d` day, `%e` without zero, `%H %h %M %S` time. */
export function formatDate(date: string, format: string): string {
  const days = daysOf(toText(date));
  if (Number.isNaN(days)) return '';
  const at = new Date(Math.round(days * 86_400_000));
  const pad = (n: number) => String(n).padStart(2, '0');
  const parts: Readonly<Record<string, string>> = {
    Y: String(at.getUTCFullYear()).padStart(4, '0'),
    y: pad(at.getUTCFullYear() % 100),
    m: pad(at.getUTCMonth() + 1),
    n: String(at.getUTCMonth() + 1),
    d: pad(at.getUTCDate()),
    e: String(at.getUTCDate()),
    H: pad(at.getUTCHours()),
    h: String(at.getUTCHours()),
    M: pad(at.getUTCMinutes()),
    S: pad(at.getUTCSeconds()),
  };
  return format.replaceAll(/%([a-zA-Z])/g, (whole, letter: string) => parts[letter] ?? whole);
}
