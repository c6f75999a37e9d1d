import { sha256Base64url } from '../../../../contract/keys.ts';
import { MAX_VOICE_BYTES } from '../../../../contract/language-pack.ts';
import type { Storage } from '../../../storage/storage.ts';
import { NoSpaceLeft } from '../../../storage/watch-space.ts';
import type { Voice } from '../../../ui/sound/record-voice.ts';

interface ToKeep {
  readonly id: string;
  readonly staffId: string;
  readonly contributorId: string;
  readonly at: string;
  readonly language: string;
  readonly phrase: string;
  /** The Vietnamese sentence, placeholders and all. */
  readonly of: string;
}

/**
 * Keeps a voice on this tablet, where it is heard at once and waits for the office. The same speaker's earlier try of the
 * phrase goes, unless the office has it already. Nothing is kept of one that is too long, or for which there is no space.
 */
export async function keepVoice(
  languages: Pick<Storage['languages'], 'contribute' | 'takeBack' | 'listContributions'>,
  made: ToKeep,
  { bytes, mediaType, seconds }: Voice,
): Promise<'kept' | 'too-long' | 'no-space'> {
  if (bytes.length > MAX_VOICE_BYTES) return 'too-long';
  const digest = await sha256Base64url(bytes);
  const earlier = (await languages.listContributions()).filter(
    (one) =>
      one.kind === 'voice' &&
      one.contributorId === made.contributorId &&
      one.phrase === made.phrase &&
      one.language === made.language,
  );
  try {
    await languages.contribute(
      { ...made, state: 'waiting', kind: 'voice', mediaType, seconds: round(seconds), digest },
      { digest, mediaType, bytes },
    );
    for (const { id } of earlier) await languages.takeBack(id);
    return 'kept';
  } catch (error) {
    if (error instanceof NoSpaceLeft) return 'no-space';
    throw error;
  }
}

const round = (seconds: number) => Math.round(seconds * 100) / 100;
