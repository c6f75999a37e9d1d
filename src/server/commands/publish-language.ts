import { type LanguagePack, sealLanguagePack } from '../../contract/language-pack.ts';
import type { Deps } from '../deps.ts';
import { mayActOnLanguage } from '../policies/language.ts';
import type { Actor } from '../policies/reach.ts';
import { MOST_IN_PACK, presentPack } from '../presenters/language-pack.ts';
import { type DbOrTrx, inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { findLanguagePack, holdLanguagePacks, insertLanguagePack } from '../storage/language-packs.ts';
import { listPhraseTexts } from '../storage/phrase-texts.ts';
import { listVoices } from '../storage/voice-recordings.ts';
import { announceIn } from './announce-catalogue.ts';

export type PublishLanguageOutcome =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string }
  /** More than a pack may hold. */
  | { readonly kind: 'too-large' };

/**
 * Makes the next version of everything but what was rejected, and tells the tablets in the same transaction. Where nothing
 * differs from what they have, the version stays and nothing is announced. Two who publish at once make one version.
 */
export async function publishLanguage(deps: Deps, by: Actor, tag: string): Promise<PublishLanguageOutcome> {
  const language = deps.languages.find((one) => one.tag === tag);
  if (language === undefined) return { kind: 'not-found' };
  const verdict = mayActOnLanguage(by, 'publish', language);
  if (verdict.kind !== 'allowed') return verdict;
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    await holdLanguagePacks(trx);
    const last = await findLanguagePack(trx, tag);
    const now = await packNow(trx, tag, last?.version ?? 1);
    const isEmpty = now.texts.length + now.voices.length === 0;
    if (last === undefined && isEmpty) return { kind: 'state-not-allowed', reason: 'empty' };
    const same = await sealLanguagePack(now);
    if (last !== undefined && same?.digest === last.digest)
      return { kind: 'published', version: last.version };
    const version = (last?.version ?? 0) + 1;
    const sealed = await sealLanguagePack({ ...now, version });
    if (sealed === undefined || Math.max(now.texts.length, now.voices.length) > MOST_IN_PACK)
      return { kind: 'too-large' };
    await insertLanguagePack(trx, { language: tag, version, ...sealed, at, by: by.staffId });
    await appendAudit(trx, {
      at,
      staffId: by.staffId,
      deviceId: null,
      action: 'language-published',
      subject: tag,
      detail: { version, digest: sealed.digest, texts: now.texts.length, voices: now.voices.length },
    });
    await announceIn(deps, trx);
    return { kind: 'published', version };
  });
}

/** What would be published now, under that version. */
export async function packNow(db: DbOrTrx, language: string, version: number): Promise<LanguagePack> {
  return presentPack(language, version, await listPhraseTexts(db, language), await listVoices(db, language));
}
