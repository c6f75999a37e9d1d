/** `draft`: one person's work. `checked`: a second person who speaks the language found it right. */
export type PhraseStatus = 'draft' | 'checked';

/** By language and file: where each phrase that a pack says stands. */
const standings = new Map<string, ReadonlyMap<string, PhraseStatus>>();

export function setStandings(
  language: string,
  file: string,
  standing: ReadonlyMap<string, PhraseStatus>,
): void {
  standings.set(`${language} ${file}`, standing);
}

/** Where a phrase stands in a pack language; undefined where it is said in Vietnamese. */
export function standingOf(language: string, file: string, key: string): PhraseStatus | undefined {
  return standings.get(`${language} ${file}`)?.get(key);
}
