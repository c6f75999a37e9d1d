/*
 * What only a checked translation or voice may say. Consent counts only when it is understood, one purpose at a time (Law
 * 91/2025/QH15 Art. 9), and a declaration binds who makes it: a draft that nobody has checked serves for neither.
 */

/** Keys under which consents, and what is declared before signing, stand in the Vietnamese texts. */
const LEGAL_KEYS: readonly RegExp[] = [
  /^procedures\/[^:]+:consents\./,
  /^interview:(consent|signature|cannotSign)\./,
  /^procedures\/[^:]+:(shared\.)?(declaration|signature)/,
  /^procedures\/[^:]+:questions\.signature\./,
  /^workshop:consent\./,
];

/** Whether the phrase is part of a consent or of a legal declaration. `phrase` is `file:key`. */
export function isLegalPhrase(phrase: string): boolean {
  return LEGAL_KEYS.some((pattern) => pattern.test(phrase));
}

/** Whether a translation or voice of this standing may be used for the phrase at all. */
export function mayServe(of: { readonly phrase: string; readonly status: 'draft' | 'checked' }): boolean {
  return of.status === 'checked' || !isLegalPhrase(of.phrase);
}
