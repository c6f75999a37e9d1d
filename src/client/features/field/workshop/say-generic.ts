/** What stands in a sentence for something that each dossier says otherwise. */
export type Generic = 'commune' | 'number' | 'date' | 'person' | 'other';

/** A sentence in parts: as it stands, or a place where something general is said. */
export type SentencePart = { readonly text: string } | { readonly generic: Generic };

const KINDS: Readonly<Record<string, Generic>> = {
  commune: 'commune',
  ...kind('number', 'count', 'of', 'days', 'max', 'min', 'number', 'part', 'parts', 'page', 'year', 'clock'),
  ...kind('date', 'date', 'lastDay', 'validFrom', 'validTo', 'earliest'),
  ...kind('person', 'name', 'said'),
};

/**
 * Takes `{{placeholders}}` out of the words around them, so that a speaker sees where to say something general: the same
 * recording is heard with every dossier.
 */
export function partsOf(sentence: string): readonly SentencePart[] {
  return sentence.split(/(\{\{[^}]*\}\})/).flatMap((piece): SentencePart[] => {
    const name = /^\{\{-?\s*([^},]*?)\s*(?:,[^}]*)?\}\}$/.exec(piece)?.[1];
    if (name !== undefined)
      return [{ generic: KINDS[name] ?? (name.endsWith('.name') ? 'person' : 'other') }];
    return piece === '' ? [] : [{ text: piece }];
  });
}

function kind(generic: Generic, ...names: readonly string[]): Readonly<Record<string, Generic>> {
  return Object.fromEntries(names.map((name) => [name, generic]));
}
