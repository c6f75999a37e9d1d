import { PhraseId, SourceSentence } from '../contract/language-pack.ts';
import { civilDate } from '../domain/calendar/civil-date.ts';
import { isPhraseFile, type Phrase, phrasesOf } from '../domain/language/phrases.ts';
import type { Deps } from './deps.ts';
import { statesOn } from './procedure-states.ts';
import type { DbOrTrx } from './storage/connection.ts';

/**
 * What citizens of this office are told, in Vietnamese: the sentences that ship with the program, and those of published
 * procedures that are current, in their place or after them.
 */
export async function listOfficePhrases(deps: Deps, db: DbOrTrx): Promise<readonly Phrase[]> {
  const shipped = deps.texts.find(({ tag }) => tag === 'vi')?.files ?? new Map();
  const files = Object.fromEntries([...shipped].filter(([file]) => isPhraseFile(file)));
  const versions = await deps.procedures.list(db);
  const states = statesOn(versions, civilDate(deps.clock.now().toISOString()));
  const published = versions.filter(({ digest }, index) => digest !== null && states[index] === 'current');
  const phrases = [
    ...phrasesOf(files),
    ...published.flatMap(({ id, texts }) => phrasesOf({ [`procedures/${id}`]: texts.vi ?? {} })),
  ];
  // An author's spreadsheet may have keys that no wire carries.
  return [...new Map(phrases.map((one) => [one.phrase, one])).values()].filter(
    ({ phrase, vietnamese }) =>
      PhraseId.safeParse(phrase).success && SourceSentence.safeParse(vietnamese).success,
  );
}
