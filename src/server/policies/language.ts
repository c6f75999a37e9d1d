import { type Actor, reachOf } from './reach.ts';
import { allowed, forbidden, stateNotAllowed, type Verdict } from './verdict.ts';

/** What a policy needs to know of a language. */
export interface LanguageFacts {
  /** The app brings all its sentences: only voices are added to it. */
  readonly isWhole: boolean;
}

const ACTIONS = ['edit', 'check', 'publish', 'import'] as const;
export type LanguageAction = (typeof ACTIONS)[number];

/** See the phrases, listen to the recordings, take the sentences out as files. */
export function maySeeLanguages(actor: Actor): Verdict {
  return reachOf(actor, 'see-languages') === undefined ? forbidden('role') : allowed;
}

/** Sentences of a language that the app brings whole are not written at the office. */
export function mayActOnLanguage(actor: Actor, action: LanguageAction, { isWhole }: LanguageFacts): Verdict {
  const needed = action === 'publish' ? 'publish-languages' : 'work-on-languages';
  if (reachOf(actor, needed) === undefined) return forbidden('role');
  return isWhole && (action === 'edit' || action === 'import') ? stateNotAllowed('whole-language') : allowed;
}

/** A second person's word: nobody says it of what they wrote, or of what they recorded as the one who held the tablet. */
export function mayCheckWork(
  actor: Actor,
  language: LanguageFacts,
  work: { readonly staffId: string },
): Verdict {
  const verdict = mayActOnLanguage(actor, 'check', language);
  if (verdict.kind !== 'allowed') return verdict;
  return work.staffId === actor.staffId ? forbidden('own-work') : allowed;
}

/** What a screen may offer this actor; the server asks the policy again when one is taken. */
export function allowedLanguageActions(actor: Actor, language: LanguageFacts): LanguageAction[] {
  return ACTIONS.filter((action) => mayActOnLanguage(actor, action, language).kind === 'allowed');
}
