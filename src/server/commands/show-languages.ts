import type * as z from 'zod';
import { LanguagePack } from '../../contract/language-pack.ts';
import type { LanguageLine, listPhrases, OfficePhrase } from '../../contract/operations/languages.ts';
import { foldText } from '../../domain/citizen/fold.ts';
import { nestTexts } from '../../domain/language/files.ts';
import type { NestedTexts, Phrase } from '../../domain/language/phrases.ts';
import type { Deps } from '../deps.ts';
import { listOfficePhrases } from '../phrases.ts';
import { allowedLanguageActions, mayCheckWork } from '../policies/language.ts';
import type { Actor } from '../policies/reach.ts';
import {
  countChanges,
  isInState,
  type LanguageWork,
  type PhraseState,
  presentLanguage,
  presentPhrases,
} from '../presenters/language.ts';
import { presentPack } from '../presenters/language-pack.ts';
import { findLanguagePack } from '../storage/language-packs.ts';
import { listPhraseTexts } from '../storage/phrase-texts.ts';
import { listVoices } from '../storage/voice-recordings.ts';
import type { KnownLanguage } from '../texts.ts';

/** Phrases in one answer at most. */
const MOST_PHRASES = 200;

async function workOn(deps: Deps, language: string, phrases: readonly Phrase[]): Promise<LanguageWork> {
  return {
    phrases,
    texts: await listPhraseTexts(deps.db, language),
    voices: await listVoices(deps.db, language),
  };
}

/** How far every language of this program has come, local ones first. */
export async function showLanguages(deps: Deps, by: Actor): Promise<LanguageLine[]> {
  const order = [...deps.languages].sort((a, b) => Number(a.isWhole) - Number(b.isWhole));
  const phrases = await listOfficePhrases(deps, deps.db);
  return Promise.all(order.map((language) => showLanguage(deps, by, language, phrases)));
}

async function showLanguage(
  deps: Deps,
  by: Actor,
  language: KnownLanguage,
  phrases: readonly Phrase[],
): Promise<LanguageLine> {
  const { tag } = language;
  const work = await workOn(deps, tag, phrases);
  const pack = await findLanguagePack(deps.db, tag);
  const published = pack && LanguagePack.safeParse(JSON.parse(pack.json)).data;
  const now = presentPack(tag, pack?.version ?? 1, work.texts, work.voices);
  return presentLanguage(tag, work, pack, countChanges(now, published), allowedLanguageActions(by, language));
}

/** Phrases of a language by place, state and words; undefined for a language that this program does not know. */
export async function showPhrases(
  deps: Deps,
  by: Actor,
  asked: {
    readonly language: string;
    readonly where?: string | undefined;
    readonly state: PhraseState;
    readonly search?: string | undefined;
  },
): Promise<z.input<typeof listPhrases.answer> | undefined> {
  const language = deps.languages.find(({ tag }) => tag === asked.language);
  if (language === undefined) return undefined;
  const all = presentPhrases(
    await workOn(deps, asked.language, await listOfficePhrases(deps, deps.db)),
    (work) => mayCheckWork(by, language, work).kind === 'allowed',
  );
  const wanted = foldText(asked.search ?? '');
  const found = all.filter(
    (one) =>
      (asked.where === undefined || one.where === asked.where) &&
      isInState(one, asked.state, !language.isWhole) &&
      (wanted === '' ||
        [one.vietnamese, one.text?.text ?? '', one.phrase].some((text) => foldText(text).includes(wanted))),
  );
  return { phrases: found.slice(0, MOST_PHRASES), total: found.length, places: placesOf(all) };
}

function placesOf(phrases: readonly OfficePhrase[]): z.input<typeof listPhrases.answer>['places'] {
  return [...new Set(phrases.map(({ where }) => where))].map((where) => {
    const there = phrases.filter((one) => one.where === where);
    return {
      where,
      phrases: there.length,
      texts: there.filter(({ text }) => text !== null).length,
      voices: there.filter(({ voices }) => voices.some(({ status }) => status !== 'rejected')).length,
    };
  });
}

/** The sentences as files for translators: what stands in the language, or the Vietnamese to begin from. */
export async function exportLanguage(
  deps: Deps,
  language: string,
  content: 'translations' | 'vietnamese',
): Promise<Readonly<Record<string, NestedTexts>> | undefined> {
  if (!deps.languages.some(({ tag }) => tag === language)) return undefined;
  const phrases = await listOfficePhrases(deps, deps.db);
  if (content === 'vietnamese')
    return nestTexts(phrases.map(({ phrase, vietnamese }) => ({ phrase, text: vietnamese })));
  const texts = new Map((await listPhraseTexts(deps.db, language)).map((one) => [one.phrase, one.text]));
  return nestTexts(
    phrases.flatMap(({ phrase }) => {
      const text = texts.get(phrase);
      return text === undefined ? [] : [{ phrase, text }];
    }),
  );
}
