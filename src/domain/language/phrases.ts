/*
 * Which sentences a language needs: what citizens hear or see while they are led through. Everything else of the product is
 * for staff, who read Vietnamese.
 */

/** Sentences of one file of `locales/`, without their order. */
export interface NestedTexts {
  readonly [key: string]: string | NestedTexts;
}

/** Sentences by file, as `locales/vi` names them without the end: `interview`, `procedures/birth-registration`. */
export type TextFiles = Readonly<Record<string, NestedTexts>>;

export interface Phrase {
  /** File and key: `interview:go.next`. */
  readonly phrase: string;
  /** Where it is met: the file's name, of a procedure its id. */
  readonly where: string;
  readonly vietnamese: string;
}

const FILES = ['begin', 'interview', 'seen', 'answers', 'problems', 'status'];
const PROCEDURES = 'procedures/';

/** For staff, for the search and for the record; nobody is told them. */
const UNSAID = new Set(['unconfirmed', 'keywords', 'consentTextVersion']);

/** Whether citizens are told sentences of this file. */
export function isPhraseFile(file: string): boolean {
  return FILES.includes(file) || file.startsWith(PROCEDURES);
}

/** The files' phrases: those of every interview first, procedures by id, each in the order of its file. */
export function phrasesOf(files: TextFiles): readonly Phrase[] {
  const procedures = Object.keys(files).filter((file) => file.startsWith(PROCEDURES));
  return [...FILES, ...procedures.sort()].flatMap((file) =>
    sentencesOf(files[file] ?? {}).map(([key, vietnamese]) => ({
      phrase: `${file}:${key}`,
      where: placeOf(file),
      vietnamese,
    })),
  );
}

/** Where sentences of a file are met. */
export function placeOf(file: string): string {
  return file.startsWith(PROCEDURES) ? file.slice(PROCEDURES.length) : file;
}

function sentencesOf(texts: NestedTexts, above = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([name, value]) => {
    if (above === '' && UNSAID.has(name)) return [];
    const key = above + name;
    return typeof value === 'string' ? [[key, value] as const] : sentencesOf(value, `${key}.`);
  });
}
