import type { PhraseStatus, VoiceMediaType } from '../../contract/language-pack.ts';

/** One recording that this tablet knows of, from a pack or made here. */
export interface Recording {
  readonly id: string;
  readonly language: string;
  readonly phrase: string;
  /** The Vietnamese sentence that it says, as it was then. */
  readonly of: string;
  readonly status: PhraseStatus;
  /** RFC 3339 or a civil date: the newer of two is heard. */
  readonly recordedOn: string;
  /** Empty where the speaker did not wish to be named, or is not known here. */
  readonly speaker: string;
  readonly village: string;
  readonly mediaType: VoiceMediaType;
  /** Names the sound. */
  readonly digest: string;
}

/** Recordings by language and phrase; only those whose sound is on this tablet. */
export type VoiceIndex = ReadonlyMap<string, readonly Recording[]>;
