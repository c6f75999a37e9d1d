import type { Contributor } from '../../../../contract/operations/languages.ts';
import type { KnownVoice } from './known-voices.ts';

export interface Thanked {
  readonly name: string;
  readonly village: string;
  readonly voices: number;
}

/**
 * Who lent these voices, whoever lent most first. Named are those whom a pack names, and those written down here who agreed
 * to it; of everybody else only the number of their voices is told.
 */
export function thankSpeakers(
  voices: readonly KnownVoice[],
  people: readonly Contributor[],
): { readonly named: readonly Thanked[]; readonly unnamed: number } {
  const mayBeNamed = new Map(
    people.filter(({ consent }) => consent.mayBeNamed).map((person) => [person.id, person]),
  );
  const named = new Map<string, Thanked>();
  let unnamed = 0;
  for (const voice of voices) {
    const person = mayBeNamed.get(voice.contributorId ?? '');
    const name = voice.speaker === '' ? person?.name : voice.speaker;
    if (name === undefined) {
      unnamed += 1;
      continue;
    }
    const village = voice.speaker === '' ? (person?.village ?? '') : voice.village;
    const key = JSON.stringify([name, village]);
    named.set(key, { name, village, voices: (named.get(key)?.voices ?? 0) + 1 });
  }
  return { named: [...named.values()].sort((a, b) => b.voices - a.voices), unnamed };
}
