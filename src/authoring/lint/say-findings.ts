import { type AuthorLanguage, sentence } from '../sentences.ts';
import type { Finding } from './finding.ts';

/** A finding as an author reads it; the contract's `ProcedureFinding`. */
export interface SaidFinding {
  readonly severity: Finding['severity'];
  /** `step groom, question groom.name`; empty for the whole. */
  readonly place: string;
  readonly message: string;
}

export function sayFindings(findings: readonly Finding[], language: AuthorLanguage): readonly SaidFinding[] {
  return findings.map(({ severity, place, code, params }) => ({
    severity,
    place: place.map(({ kind, name }) => sentence(language, `place.${kind}`, { name })).join(', '),
    message: sentence(language, `finding.${code}`, params),
  }));
}
