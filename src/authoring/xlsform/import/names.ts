/*
 * Names of a spreadsheet become ids of a declaration: `hh_size` is `hhSize`, `first-name` is `firstName`, `mother.name`
 * stays. Letters lose their marks, and what would begin with a digit gets a letter before it.
 */

/** Words that every object in JavaScript has: as ids they could be taken for what is not there. */
export function isReserved(name: string): boolean {
  return name in {} || name === 'prototype';
}

/** One part of an id, letters and digits with a small letter first; `fallback` where nothing is left of the name. */
function partOf(name: string, fallback: string): string {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .split(/[^a-zA-Z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  if (joined === '') return fallback;
  // `AGE` is one word, not a capital before `GE`.
  const part = /^[A-Z0-9]+$/.test(joined)
    ? joined.toLowerCase()
    : joined.charAt(0).toLowerCase() + joined.slice(1);
  if (/^\d/.test(part)) return `${fallback}${part}`;
  return isReserved(part) ? `${fallback}${part.charAt(0).toUpperCase()}${part.slice(1)}` : part;
}

/** Gives ids away, each once. */
export class Ids {
  private readonly given: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.given = new Set(taken);
  }

  /** The id of a question, with dots where the name has them. */
  question(name: string): string {
    return this.once(
      name
        .split('.')
        .map((part) => partOf(part, 'q'))
        .join('.')
        .slice(0, 60)
        .replace(/\.+$/, ''),
      '',
    );
  }

  /** The id of a step or a list of choices. */
  plain(name: string, fallback: string): string {
    return this.once(partOf(name.replaceAll('.', '-'), fallback).slice(0, 60), '');
  }

  /** An id that already has the form of one; another one where it is taken. */
  exactly(id: string): string {
    return this.once(id, '-');
  }

  private once(id: string, between: string): string {
    let free = id;
    for (let number = 2; this.given.has(free); number++) free = `${id}${between}${number}`;
    this.given.add(free);
    return free;
  }
}
