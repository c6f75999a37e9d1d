import type { Deps } from '../deps.ts';
import { mayCheckWork } from '../policies/language.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { findPhraseText, holdPhraseTexts, markTextChecked } from '../storage/phrase-texts.ts';
import { judgeVoice, lockVoice } from '../storage/voice-recordings.ts';

export type CheckOutcome =
  | { readonly kind: 'checked' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string }
  /** Another text stands by now. */
  | { readonly kind: 'conflict' };

/** A second person's word on the translation that stands, which must be the one that they read. Repeated it changes nothing. */
export async function checkPhraseText(
  deps: Deps,
  by: Actor,
  asked: { readonly language: string; readonly phrase: string; readonly text: string },
): Promise<CheckOutcome> {
  const language = deps.languages.find(({ tag }) => tag === asked.language);
  if (language === undefined) return { kind: 'not-found' };
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await holdPhraseTexts(trx);
    const stands = await findPhraseText(trx, asked.language, asked.phrase);
    if (stands === undefined) return { kind: 'not-found' };
    const verdict = mayCheckWork(by, language, stands);
    if (verdict.kind !== 'allowed') return verdict;
    if (stands.text !== asked.text) return { kind: 'conflict' };
    if (stands.checked !== null) return { kind: 'checked' };
    await markTextChecked(trx, { ...asked, at, staffId: by.staffId });
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'translation-checked',
      subject: asked.phrase,
      detail: { language: asked.language },
    });
    return { kind: 'checked' };
  });
}

/** A second person's word on a recording; the last word counts. */
export async function checkVoice(
  deps: Deps,
  by: Actor,
  asked: { readonly id: string; readonly verdict: 'good' | 'again' },
): Promise<CheckOutcome> {
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const voice = await lockVoice(trx, asked.id);
    const language = deps.languages.find(({ tag }) => tag === voice?.language);
    if (voice === undefined || language === undefined) return { kind: 'not-found' };
    const verdict = mayCheckWork(by, language, voice);
    if (verdict.kind !== 'allowed') return verdict;
    const state = asked.verdict === 'good' ? 'checked' : 'rejected';
    if (voice.state === state) return { kind: 'checked' };
    await judgeVoice(trx, { id: asked.id, state, at, staffId: by.staffId, contributorId: null });
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'voice-checked',
      subject: asked.id,
      detail: { verdict: asked.verdict },
    });
    return { kind: 'checked' };
  });
}
