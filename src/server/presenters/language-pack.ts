import type { LanguagePack, PackText, PackVoice } from '../../contract/language-pack.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import type { LenderRow, PhraseTextRow, VoiceRow } from '../storage/rows.ts';

/** More than any language has; a pack with more is not made. */
export const MOST_IN_PACK = 6000;

/** Everything of a language but what was rejected, as tablets get it: whoever did not agree to be named is not named. */
export function presentPack(
  language: string,
  version: number,
  texts: readonly PhraseTextRow[],
  voices: readonly VoiceRow[],
): LanguagePack {
  return {
    language,
    version,
    texts: texts.map(presentText).sort(byPhrase),
    voices: voices.flatMap(presentVoice).sort((a, b) => byPhrase(a, b) || (a.id < b.id ? -1 : 1)),
  };
}

function presentText({ phrase, of, text, lender, staffName, checked }: PhraseTextRow): PackText {
  return { phrase, of, text, by: lender === null ? staffName : nameFor(lender), ...standing(checked) };
}

function presentVoice(voice: VoiceRow): PackVoice[] {
  if (voice.state === 'rejected') return [];
  const { id, phrase, of, speaker, recordedAt, mediaType, seconds, bytes, digest } = voice;
  return [
    {
      id,
      phrase,
      of,
      speaker: nameFor(speaker),
      village: speaker.mayBeNamed ? speaker.village : '',
      variety: speaker.variety,
      recordedOn: civilDate(recordedAt.toISOString()),
      mediaType,
      seconds,
      bytes,
      digest,
      ...standing(voice.state === 'checked' ? voice.checked : null),
    },
  ];
}

function standing(checked: PhraseTextRow['checked']): Pick<PackText, 'status' | 'checkedBy' | 'checkedOn'> {
  if (checked === null) return { status: 'draft', checkedBy: null, checkedOn: null };
  return {
    status: 'checked',
    checkedBy: checked.lender === null ? checked.staffName : nameFor(checked.lender),
    checkedOn: civilDate(checked.at.toISOString()),
  };
}

function nameFor({ name, mayBeNamed }: LenderRow): string {
  return mayBeNamed ? name : '';
}

function byPhrase(a: { readonly phrase: string }, b: { readonly phrase: string }): number {
  return a.phrase < b.phrase ? -1 : a.phrase > b.phrase ? 1 : 0;
}
