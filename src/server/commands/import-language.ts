import { readTextFiles, type TextFinding } from '../../domain/language/files.ts';
import type { Deps } from '../deps.ts';
import { listOfficePhrases } from '../phrases.ts';
import { mayActOnLanguage } from '../policies/language.ts';
import type { Actor } from '../policies/reach.ts';
import { inTransaction } from '../storage/connection.ts';
import { appendAudit } from '../storage/journal.ts';
import { holdPhraseTexts, insertPhraseTexts, listPhraseTexts } from '../storage/phrase-texts.ts';

/** More than anybody reads; a hostile file has hundreds of thousands. */
const MOST_FINDINGS = 200;
/** Rows in one statement, well below what PostgreSQL takes. */
const ROWS = 500;

export type ImportLanguageOutcome =
  | { readonly kind: 'read'; readonly taken: number; readonly findings: readonly TextFinding[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'forbidden'; readonly reason: string }
  | { readonly kind: 'state-not-allowed'; readonly reason: string };

/**
 * Takes a translator's files as drafts of who is signed in: all of it, or nothing where anything is wrong. What is empty, still
 * Vietnamese, or stands already is passed over, so the same files again change nothing.
 */
export async function importLanguage(
  deps: Deps,
  by: Actor,
  asked: { readonly language: string; readonly files: Readonly<Record<string, unknown>> },
): Promise<ImportLanguageOutcome> {
  const language = deps.languages.find(({ tag }) => tag === asked.language);
  if (language === undefined) return { kind: 'not-found' };
  const verdict = mayActOnLanguage(by, 'import', language);
  if (verdict.kind !== 'allowed') return verdict;
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const phrases = await listOfficePhrases(deps, trx);
    const { texts, findings } = readTextFiles(asked.files, phrases);
    if (findings.length > 0) {
      const shown = findings
        .slice(0, MOST_FINDINGS)
        .map((one) => ({ ...one, phrase: one.phrase.slice(0, 240) }));
      return { kind: 'read', taken: 0, findings: shown };
    }
    await holdPhraseTexts(trx);
    const stands = new Map((await listPhraseTexts(trx, asked.language)).map((one) => [one.phrase, one.text]));
    const written = phrases.flatMap(({ phrase, vietnamese }) => {
      const text = texts.get(phrase);
      if (text === undefined || text === stands.get(phrase)) return [];
      const of = { language: asked.language, phrase, of: vietnamese };
      return [{ ...of, text, staffId: by.staffId, contributorId: null, writtenAt: at }];
    });
    for (let first = 0; first < written.length; first += ROWS)
      await insertPhraseTexts(trx, written.slice(first, first + ROWS));
    if (written.length > 0)
      await appendAudit(trx, {
        at,
        staffId: by.staffId,
        deviceId: null,
        action: 'translations-imported',
        subject: asked.language,
        detail: { taken: written.length },
      });
    return { kind: 'read', taken: written.length, findings: [] };
  });
}
