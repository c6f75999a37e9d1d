import { canonicalJson } from '../../contract/canonical-json.ts';
import type { LanguagePack } from '../../contract/language-pack.ts';
import type { LanguageLine, OfficePhrase } from '../../contract/operations/languages.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { gather } from '../../domain/language/gather.ts';
import type { Phrase } from '../../domain/language/phrases.ts';
import type { LanguagePackRow, PhraseTextRow, VoiceRow } from '../storage/rows.ts';

/** What there is of one language. */
export interface LanguageWork {
  readonly phrases: readonly Phrase[];
  readonly texts: readonly PhraseTextRow[];
  readonly voices: readonly VoiceRow[];
}

/** Each phrase with what there is of it in the language. `mayCheck` asks the policy. */
export function presentPhrases(
  { phrases, texts, voices }: LanguageWork,
  mayCheck: (work: { readonly staffId: string }) => boolean,
): OfficePhrase[] {
  const textOf = new Map(texts.map((text) => [text.phrase, text]));
  const voicesOf = gather(voices, ({ phrase }) => phrase);
  return phrases.map((phrase) => {
    const text = textOf.get(phrase.phrase);
    return {
      ...phrase,
      text: text === undefined ? null : presentText(text, phrase, mayCheck),
      voices: (voicesOf.get(phrase.phrase) ?? []).map((voice) => presentVoice(voice, phrase, mayCheck)),
    };
  });
}

type MayCheck = Parameters<typeof presentPhrases>[1];

function presentText(row: PhraseTextRow, { vietnamese }: Phrase, mayCheck: MayCheck): OfficePhrase['text'] {
  const isOutdated = row.of !== vietnamese;
  return {
    text: row.text,
    status: row.checked === null ? 'draft' : 'checked',
    by: row.lender?.name ?? row.staffName,
    checkedBy: row.checked?.staffName ?? null,
    isOutdated,
    mayCheck: row.checked === null && !isOutdated && mayCheck(row),
  };
}

function presentVoice(
  row: VoiceRow,
  { vietnamese }: Phrase,
  mayCheck: MayCheck,
): OfficePhrase['voices'][number] {
  const { id, state, speaker, seconds, recordedAt, checked } = row;
  return {
    id,
    status: state,
    speaker: speaker.name,
    village: speaker.village,
    variety: speaker.variety,
    recordedOn: civilDate(recordedAt.toISOString()),
    seconds,
    checkedBy: checked && (checked.lender?.name ?? checked.staffName),
    isOutdated: row.of !== vietnamese,
    mayCheck: mayCheck(row),
  };
}

export type PhraseState = 'all' | 'missing' | 'to-check' | 'checked' | 'outdated';

/**
 * Whether a phrase is in a state. `missing`: a text or a usable voice is. `to-check`: something waits for a second person.
 * `checked`: text and voice are both checked and up to date. In a language without texts of its own only voices count.
 */
export function isInState({ text, voices }: OfficePhrase, state: PhraseState, hasTexts: boolean): boolean {
  const usable = voices.filter(({ status, isOutdated }) => status !== 'rejected' && !isOutdated);
  switch (state) {
    case 'all':
      return true;
    case 'missing':
      return (hasTexts && text === null) || usable.length === 0;
    case 'to-check':
      return (
        (text?.status === 'draft' && !text.isOutdated) || usable.some(({ status }) => status === 'draft')
      );
    case 'checked':
      return (
        (!hasTexts || (text?.status === 'checked' && !text.isOutdated)) &&
        usable.some(({ status }) => status === 'checked')
      );
    case 'outdated':
      return (
        text?.isOutdated === true || voices.some((voice) => voice.status !== 'rejected' && voice.isOutdated)
      );
  }
}

/** How far a language has come. A text that the Vietnamese has left behind counts as a draft again. */
export function presentProgress(
  work: LanguageWork,
): Pick<LanguageLine, 'phrases' | 'texts' | 'voices' | 'speakers' | 'thanks'> {
  const phrases = presentPhrases(work, () => false);
  const texts = { draft: 0, checked: 0 };
  const voices = { draft: 0, checked: 0, outdated: 0 };
  for (const one of phrases) {
    if (one.text !== null)
      texts[one.text.status === 'checked' && !one.text.isOutdated ? 'checked' : 'draft'] += 1;
    const best = bestVoice(one);
    if (best !== undefined) voices[best] += 1;
  }
  return { phrases: phrases.length, texts, voices, ...presentSpeakers(work.voices) };
}

function bestVoice({ voices }: OfficePhrase): 'checked' | 'draft' | 'outdated' | undefined {
  const kept = voices.filter(({ status }) => status !== 'rejected');
  const usable = kept.filter(({ isOutdated }) => !isOutdated);
  if (usable.some(({ status }) => status === 'checked')) return 'checked';
  if (usable.length > 0) return 'draft';
  return kept.length > 0 ? 'outdated' : undefined;
}

function presentSpeakers(voices: readonly VoiceRow[]): Pick<LanguageLine, 'speakers' | 'thanks'> {
  const bySpeaker = gather(
    voices.filter(({ state }) => state !== 'rejected'),
    ({ speaker }) => speaker.id,
  );
  const thanks = [...bySpeaker.values()].flatMap((theirs) => {
    const speaker = theirs[0]?.speaker;
    if (!speaker?.mayBeNamed) return [];
    const { name, village, variety } = speaker;
    return [{ name, village, variety, voices: theirs.length }];
  });
  return { speakers: bySpeaker.size, thanks: thanks.sort((a, b) => b.voices - a.voices) };
}

/** How many texts and voices of the one pack are not in the other as they are, counted once each. */
export function countChanges(
  now: LanguagePack,
  published: LanguagePack | undefined,
): LanguageLine['unpublished'] {
  const before = published ?? { texts: [], voices: [] };
  return {
    texts: countDifferent(now.texts, before.texts, ({ phrase }) => phrase),
    voices: countDifferent(now.voices, before.voices, ({ id }) => id),
  };
}

function countDifferent<T>(now: readonly T[], before: readonly T[], nameOf: (one: T) => string): number {
  const mapped = (list: readonly T[]) => new Map(list.map((one) => [nameOf(one), canonicalJson(one)]));
  const [left, right] = [mapped(now), mapped(before)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name))
    .length;
}

/** The line of one language. */
export function presentLanguage(
  language: string,
  work: LanguageWork,
  pack: LanguagePackRow | undefined,
  unpublished: LanguageLine['unpublished'],
  allowed: LanguageLine['allowed'],
): LanguageLine {
  return {
    language,
    version: pack?.version ?? null,
    publishedAt: pack?.publishedAt.toISOString() ?? null,
    ...presentProgress(work),
    unpublished,
    allowed,
  };
}
