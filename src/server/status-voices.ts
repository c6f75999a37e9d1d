import { LanguagePack } from '../contract/language-pack.ts';
import { mayServe } from '../domain/language/legal-phrases.ts';
import { phrasesOf } from '../domain/language/phrases.ts';
import type { Deps } from './deps.ts';
import type { DbOrTrx } from './storage/connection.ts';
import { findLanguagePack, listLanguagePacks } from './storage/language-packs.ts';
import type { PublicVoiceRow } from './storage/rows.ts';

export interface StatusVoices {
  /** Published recordings of sentences about a state, of each language one a sentence, what was checked before what was not. */
  list(db: DbOrTrx): Promise<readonly PublicVoiceRow[]>;
}

/**
 * What packs have for the public page. A pack is large and changes seldom: each is read once. A recording of a sentence that
 * reads differently by now is not offered.
 */
export function createStatusVoices(deps: Pick<Deps, 'texts' | 'languages'>): StatusVoices {
  const status = deps.texts.find(({ tag }) => tag === 'vi')?.files.get('status') ?? {};
  const sentences = new Map(phrasesOf({ status }).map(({ phrase, vietnamese }) => [phrase, vietnamese]));
  const known = new Map<string, readonly PublicVoiceRow[]>();

  return {
    async list(db) {
      const voices: PublicVoiceRow[] = [];
      for (const { language, digest } of await listLanguagePacks(db)) {
        const read = known.get(digest) ?? (await readPack(db, language));
        known.set(digest, read);
        voices.push(...read);
      }
      return voices;
    },
  };

  async function readPack(db: DbOrTrx, language: string): Promise<readonly PublicVoiceRow[]> {
    const pack = await findLanguagePack(db, language);
    const { voices } = LanguagePack.parse(JSON.parse(pack?.json ?? 'null'));
    const fitting = voices
      .filter((voice) => sentences.get(voice.phrase) === voice.of && mayServe(voice))
      .sort((a, b) => Number(b.status === 'checked') - Number(a.status === 'checked'));
    return [...new Set(fitting.map(({ phrase }) => phrase))].flatMap((phrase) =>
      fitting
        .filter((voice) => voice.phrase === phrase)
        .slice(0, 1)
        .map(({ digest, mediaType, status: standing }) => ({
          phrase,
          language,
          languageName: deps.languages.find(({ tag }) => tag === language)?.name ?? language,
          digest,
          mediaType,
          isChecked: standing === 'checked',
        })),
    );
  }
}
