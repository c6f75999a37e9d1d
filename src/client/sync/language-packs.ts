import { type LanguagePack, type PackVoice, readLanguagePack } from '../../contract/language-pack.ts';
import type { LanguageStore } from '../storage/languages.ts';
import type { StoredLanguagePack } from '../storage/model.ts';

/** The packs of this tablet that can be read. */
export function readLanguagePacks(packs: readonly StoredLanguagePack[]): readonly LanguagePack[] {
  return packs.flatMap(({ json }) => readLanguagePack(json) ?? []);
}

/**
 * Sound that packs name and this tablet lacks, each once, in the order to fetch it: what a second person checked first, and
 * within that as the packs have it. A slow line so brings first what can be relied on.
 */
export function listMissingSounds(
  packs: readonly LanguagePack[],
  here: ReadonlySet<string>,
): readonly Pick<PackVoice, 'digest' | 'bytes' | 'mediaType'>[] {
  const voices = packs.flatMap((pack) => pack.voices).filter(({ digest }) => !here.has(digest));
  const isChecked = ({ status }: PackVoice) => status === 'checked';
  const inOrder = [...voices.filter(isChecked), ...voices.filter((voice) => !isChecked(voice))];
  return [...new Map(inOrder.map((voice) => [voice.digest, voice])).values()];
}

/** How much of the workshop's work waits for the office, and how many recordings are still to come from there. */
export async function countLanguageWork(
  languages: Pick<LanguageStore, 'listPacks' | 'listSounds' | 'listContributions'>,
): Promise<{ readonly waiting: number; readonly refused: number; readonly toCome: number }> {
  const made = (await languages.listContributions()).filter(({ kind }) => kind !== 'contributor');
  const here = new Set(await languages.listSounds());
  return {
    waiting: made.filter(({ state }) => state === 'waiting').length,
    refused: made.filter(({ state }) => state === 'refused').length,
    toCome: listMissingSounds(readLanguagePacks(await languages.listPacks()), here).length,
  };
}
