import type * as z from 'zod';
import type { Contribution, Contributor, giveContributions } from '../../contract/operations/languages.ts';
import type { Trx } from '../storage/connection.ts';
import { insertContributor, isContributor } from '../storage/contributions.ts';
import { findPhraseText, holdPhraseTexts, insertPhraseTexts } from '../storage/phrase-texts.ts';
import { insertVoice, judgeVoice, lockVoice } from '../storage/voice-recordings.ts';

export type Refused = z.output<typeof giveContributions.answer>['refused'][number]['why'];

type Of<Kind extends Contribution['kind']> = Extract<Contribution, { kind: Kind }>;

/** A contribution of which everything that needs no other row was found right. */
export type Opened =
  | { readonly kind: 'contributor'; readonly given: Of<'contributor'>; readonly person: Contributor }
  | { readonly kind: 'voice'; readonly given: Of<'voice'>; readonly sound: Uint8Array }
  | { readonly kind: 'text'; readonly given: Of<'text'> }
  | { readonly kind: 'verdict'; readonly given: Of<'verdict'> };

/** Why it cannot be kept as things stand; undefined where it can. What it leans on stays as it is until the end. */
export async function faultOf(trx: Trx, { given }: Opened): Promise<Refused | undefined> {
  if (given.kind === 'contributor') return undefined;
  if (!(await isContributor(trx, given.contributorId))) return 'unknown-contributor';
  if (given.kind !== 'verdict') return undefined;
  const voice = await lockVoice(trx, given.voiceId);
  if (voice === undefined) return 'unknown-voice';
  return voice.speaker.id === given.contributorId ? 'own-work' : undefined;
}

/** Writes it, and gives what goes on record: ids and digests, no name and no word of anybody. */
export async function keepContribution(
  trx: Trx,
  opened: Opened,
  at: Date,
): Promise<Readonly<Record<string, unknown>>> {
  switch (opened.kind) {
    case 'contributor': {
      const { person, given } = opened;
      await insertContributor(trx, person, given.staffId);
      const { textHash, language, givenAt, mayBeNamed } = person.consent;
      return { textHash, language, givenAt, mayBeNamed };
    }
    case 'voice': {
      const { given, sound } = opened;
      await insertVoice(trx, { ...given, sound, recordedAt: notLater(given.at, at) });
      const { language, phrase, digest, contributorId } = given;
      return { language, phrase, digest, contributorId };
    }
    case 'text':
      return keepText(trx, opened.given, at);
    case 'verdict': {
      const { voiceId, verdict, staffId, contributorId } = opened.given;
      const state = verdict === 'good' ? 'checked' : 'rejected';
      await judgeVoice(trx, { id: voiceId, state, at, staffId, contributorId });
      return { voiceId, verdict, contributorId };
    }
  }
}

/** The very text that stands is not written again: it may have been checked. */
async function keepText(trx: Trx, given: Of<'text'>, at: Date): Promise<Readonly<Record<string, unknown>>> {
  const { language, phrase, of, text, staffId, contributorId } = given;
  await holdPhraseTexts(trx);
  const stands = await findPhraseText(trx, language, phrase);
  const isSame = stands?.text === text && stands.of === of;
  if (!isSame) {
    const writtenAt = notLater(given.at, at);
    await insertPhraseTexts(trx, [{ language, phrase, of, text, staffId, contributorId, writtenAt }]);
  }
  return { language, phrase, contributorId, isSame };
}

/** A tablet whose clock runs ahead must not write what stands for ever. */
function notLater(said: string, at: Date): Date {
  return new Date(Math.min(Date.parse(said), at.getTime()));
}
