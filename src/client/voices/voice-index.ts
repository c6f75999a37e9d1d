import { readLanguagePack } from '../../contract/language-pack.ts';
import type { StoredContribution, StoredLanguagePack } from '../storage/model.ts';
import type { Recording, VoiceIndex } from './model.ts';

interface KnownHere {
  readonly packs: readonly StoredLanguagePack[];
  readonly contributions: readonly StoredContribution[];
  /** Digests of the sound on this tablet. */
  readonly sounds: ReadonlySet<string>;
}

/**
 * Everything that can be heard on this tablet. What was made here is heard at once, as a draft, unless the office refused it;
 * what somebody here asked to have recorded again is not heard any more. A pack that does not parse says nothing.
 */
export function indexVoices({ packs, contributions, sounds }: KnownHere): VoiceIndex {
  const again = new Set(
    contributions.flatMap((one) => (one.kind === 'verdict' && one.verdict === 'again' ? [one.voiceId] : [])),
  );
  const published = packs.flatMap(readVoices);
  const known = new Set(published.map(({ id }) => id));
  const own = contributions.flatMap((one): Recording[] =>
    one.kind === 'voice' && one.state !== 'refused' && !known.has(one.id)
      ? [{ ...one, status: 'draft', recordedOn: one.at, speaker: '', village: '' }]
      : [],
  );
  const index = new Map<string, Recording[]>();
  for (const recording of [...published, ...own]) {
    if (!sounds.has(recording.digest) || again.has(recording.id)) continue;
    const key = voiceKey(recording.language, recording.phrase);
    index.set(key, [...(index.get(key) ?? []), recording]);
  }
  return index;
}

/** Names the recordings of a phrase in a language. */
export function voiceKey(language: string, phrase: string): string {
  return `${language} ${phrase}`;
}

function readVoices({ language, json }: StoredLanguagePack): readonly Recording[] {
  return (readLanguagePack(json)?.voices ?? []).map((voice) => ({ ...voice, language }));
}
