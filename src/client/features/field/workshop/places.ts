import type { Phrase } from '../../../../domain/language/phrases.ts';

/** What is said in every procedure, the most heard first: files of `locales/`, by the names under `places`. */
const COMMON = ['interview', 'shared', 'answers', 'problems', 'begin', 'status'];

export function commonPlaces(phrases: readonly Phrase[]): readonly string[] {
  return COMMON.filter((where) => phrases.some((one) => one.where === where));
}

export function isCommonPlace(where: string): boolean {
  return COMMON.includes(where);
}
