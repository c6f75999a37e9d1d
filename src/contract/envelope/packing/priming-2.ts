import { COMMUNES_2, GROUPS_2, NAMES_2 } from './names-2.ts';
import { writeSamples2 } from './write-samples-2.ts';

/*
 * What a model of encoding 2 reads first, the likeliest last: places, words, then whole submissions. The bytes that come of
 * it are part of the wire (a test pins their hash).
 */

/** A body to be read: the place it begins with, its text, and the ids that are known before it. */
export interface PrimingText {
  readonly place: string;
  readonly text: string;
  readonly uuids: readonly string[];
}

/** All of them, in order; `digests` stand for the consent texts. */
export function primingTexts2(digests: readonly string[]): readonly PrimingText[] {
  const places = wordsOf(COMMUNES_2).map((place) => ({ place, text: '', uuids: [] }));
  const groups = wordsOf(GROUPS_2).map((group) => `,"mother.ethnicity":"${group}"`);
  const names = wordsOf(NAMES_2).map((name) => `"${name}"`);
  return [
    ...places,
    { place: '', text: [...groups, ...names].join(''), uuids: [] },
    ...writeSamples2(digests).map((sample) => ({ place: '', ...sample })),
  ];
}

function wordsOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
