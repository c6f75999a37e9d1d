import { useEffect, useMemo, useState } from 'react';
import type { Phrase } from '../../../../domain/language/phrases.ts';
import type { StoredContribution } from '../../../storage/model.ts';
import type { Storage } from '../../../storage/storage.ts';
import { readLanguagePacks } from '../../../sync/language-packs.ts';
import { useServices, useStored } from '../common/services.ts';
import { type KnownVoice, listVoices, type Standing, standingsOf } from './known-voices.ts';
import { loadPhrases } from './phrases-here.ts';

/** What this tablet knows of one language's voices. */
export interface Known {
  readonly phrases: readonly Phrase[];
  readonly voices: readonly KnownVoice[];
  readonly standings: ReadonlyMap<string, Standing>;
  /** Digests of the sound that is here. */
  readonly sounds: ReadonlySet<string>;
  readonly made: readonly StoredContribution[];
}

interface Read extends Omit<Known, 'voices' | 'standings'> {
  readonly packs: ReturnType<typeof readLanguagePacks>;
}

/** Undefined until it was read; follows the storage. */
export function useRead(): Read | undefined {
  const { storage } = useServices();
  const [phrases, setPhrases] = useState<readonly Phrase[]>();
  useEffect(() => {
    let wanted = true;
    void loadPhrases(storage.packages).then((loaded) => wanted && setPhrases(loaded));
    return () => {
      wanted = false;
    };
  }, [storage]);
  const stored = useStored('workshop', (services) => readStored(services.storage.languages));
  return useMemo(() => phrases && stored && { phrases, ...stored }, [phrases, stored]);
}

/** What was read, as it is for one language. */
export function knownOf(language: string, { packs, ...read }: Read): Known {
  const voices = listVoices(language, packs, read.made);
  return { ...read, voices, standings: standingsOf(read.phrases, voices) };
}

async function readStored(languages: Storage['languages']): Promise<Omit<Read, 'phrases'>> {
  const [packs, made, sounds] = await Promise.all([
    languages.listPacks(),
    languages.listContributions(),
    languages.listSounds(),
  ]);
  return { packs: readLanguagePacks(packs), made, sounds: new Set(sounds) };
}
