import type { ErrorBody, ErrorKind } from '../../../contract/errors.ts';

/** The operation's answer. */
export function ok<Answer>(answer: Answer): { readonly kind: 'ok'; readonly answer: Answer } {
  return { kind: 'ok', answer };
}

/** A refusal of the contract; `detail` is for the log and names no person. */
export function refused(
  kind: ErrorKind,
  detail?: string,
): { readonly kind: 'refused'; readonly error: ErrorBody } {
  return { kind: 'refused', error: { kind, ...(detail !== undefined && { detail }) } };
}

/** Too early for another try. */
export function waitFirst(retryAfter: number): { readonly kind: 'refused'; readonly error: ErrorBody } {
  return { kind: 'refused', error: { kind: 'too-many-requests', retryAfter } };
}
