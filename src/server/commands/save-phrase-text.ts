import { fitsSentence } from '../../domain/language/check-text.ts';
import type { Deps } from '../deps.ts';
import { listOfficePhrases } from '../phrases.ts';
import { mayActOnLanguage } from '../policies/language.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { findPhraseText, holdPhraseTexts, insertPhraseTexts } from '../storage/phrase-texts.ts';

export type SavePhraseTextOutcome =
  | { readonly kind: 'saved' }
  /** No such language, or no such phrase. */
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string }
  /** Another translation stands by now, or the Vietnamese is another. */
  | { readonly kind: 'conflict' }
  /** A placeholder is missing, added or broken. */
  | { readonly kind: 'placeholders' };

/** Writes a translation as a draft of who is signed in; an empty one takes it away. The same again changes nothing. */
export async function savePhraseText(
  deps: Deps,
  by: Actor,
  asked: {
    readonly language: string;
    readonly phrase: string;
    readonly of: string;
    readonly text: string;
    readonly replaces: string | null;
  },
): Promise<SavePhraseTextOutcome> {
  const language = deps.languages.find(({ tag }) => tag === asked.language);
  if (language === undefined) return { kind: 'not-found' };
  const verdict = mayActOnLanguage(by, 'edit', language);
  if (verdict.kind !== 'allowed') return verdict;
  const text = asked.text.trim();
  if (text !== '' && !fitsSentence(asked.of, text)) return { kind: 'placeholders' };
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const phrase = (await listOfficePhrases(deps, trx)).find((one) => one.phrase === asked.phrase);
    if (phrase === undefined) return { kind: 'not-found' };
    await holdPhraseTexts(trx);
    const stands = await findPhraseText(trx, asked.language, asked.phrase);
    const isSame = (stands?.text ?? '') === text && (stands === undefined || stands.of === asked.of);
    if (isSame) return { kind: 'saved' };
    if ((stands?.text ?? null) !== asked.replaces || phrase.vietnamese !== asked.of)
      return { kind: 'conflict' };
    const { language: tag, phrase: id, of } = asked;
    const written = { language: tag, phrase: id, of, text, staffId: by.staffId, contributorId: null };
    await insertPhraseTexts(trx, [{ ...written, writtenAt: at }]);
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: text === '' ? 'translation-removed' : 'translation-written',
      subject: asked.phrase,
      detail: { language: asked.language },
    });
    return { kind: 'saved' };
  });
}
