import type { Failure } from './failure.ts';

/** Kinds of error the office can answer with; the contract's list, which must be assignable to this one. */
export type OfficeErrorKind =
  | 'malformed'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'code-invalid'
  | 'credentials-invalid'
  | 'password-change-needed'
  | 'password-too-weak'
  | 'too-many-requests'
  | 'too-large'
  | 'update-needed'
  | 'device-revoked'
  | 'state-not-allowed'
  | 'internal';

/** A round trip that did not end with a verified, readable answer. */
export type FailedExchange =
  /** No connection, or it broke. */
  | { readonly kind: 'no-answer' }
  /** Nothing came in time, however long the line stayed. */
  | { readonly kind: 'timed-out' }
  /** Something answered, but not with the office's signature: a captive portal, a proxy, a stranger. */
  | { readonly kind: 'unverified'; readonly status: number }
  /** Signed by the office, but not in words this app knows: the office speaks a newer contract. */
  | { readonly kind: 'not-understood' }
  /** Signed by the office. `retryAfter` in seconds. */
  | { readonly kind: 'refused'; readonly error: OfficeErrorKind; readonly retryAfter?: number | undefined };

const SHRINK_LATER: Failure = { kind: 'shrink', reach: 'reached', atOnce: false };
const SIGN_IN: Failure = { kind: 'pause', reason: 'sign-in-needed' };

/** What each signed refusal calls for. Those that sync never gets are treated as a failing server. */
const BY_ERROR = {
  malformed: SHRINK_LATER,
  unauthorized: SIGN_IN,
  forbidden: SIGN_IN,
  'not-found': { kind: 'retry', reach: 'reached' },
  conflict: SHRINK_LATER,
  'code-invalid': SHRINK_LATER,
  'credentials-invalid': SIGN_IN,
  'password-change-needed': SIGN_IN,
  'password-too-weak': SHRINK_LATER,
  'too-many-requests': { kind: 'retry', reach: 'reached' },
  'too-large': { kind: 'shrink', reach: 'reached', atOnce: true },
  'update-needed': { kind: 'pause', reason: 'update-needed' },
  'device-revoked': { kind: 'pause', reason: 'device-revoked' },
  'state-not-allowed': SHRINK_LATER,
  internal: SHRINK_LATER,
} as const satisfies Record<OfficeErrorKind, Failure>;

/**
 * What to do about a failed round trip, by kind and never by text. Whatever lacks the office's signature counts as
 * unreachable and can neither pause nor remove anything; only a 413 of a proxy on the way is heeded, by sending less.
 */
export function classify(failed: FailedExchange): Failure {
  switch (failed.kind) {
    case 'no-answer':
      return { kind: 'retry', reach: 'unreachable' };
    case 'timed-out':
      return { kind: 'shrink', reach: 'unreachable', atOnce: false };
    case 'unverified':
      return failed.status === 413
        ? { kind: 'shrink', reach: 'unreachable', atOnce: true }
        : { kind: 'retry', reach: 'unreachable' };
    case 'not-understood':
      return { kind: 'pause', reason: 'update-needed' };
    case 'refused': {
      const failure: Failure = BY_ERROR[failed.error];
      if (failure.kind !== 'retry' || failed.retryAfter === undefined) return failure;
      return { ...failure, notBefore: failed.retryAfter * 1000 };
    }
  }
}

/** How an upload ended without success. `status` is HTTP's; undefined when nothing answered. */
export interface FailedUpload {
  readonly status: number | undefined;
}

/**
 * Upload answers carry no signature, so they decide only whether to go on with the next attachment (`pass-over`: the
 * trouble is with this one) or to wait. The next round trip tells the signed truth about each.
 */
export function classifyUpload(failed: FailedUpload): 'pass-over' | Failure {
  const { status } = failed;
  if (status === undefined) return { kind: 'retry', reach: 'unreachable' };
  const aboutThisOne = [400, 404, 409, 410, 412, 413, 415, 422, 460];
  return aboutThisOne.includes(status) ? 'pass-over' : { kind: 'retry', reach: 'unknown' };
}
