import type { Conversation } from '../e2e/support/at-the-table.ts';

/**
 * One procedure as it usually goes: what is said to each question in the words of the Vietnamese screen, from the
 * consents to the last paper. `talk` walks it in a browser; `tests/unit/stories.test.ts` holds it against the engine.
 */
export interface Story {
  /** Id of the procedure. */
  readonly procedure: string;
  readonly answers: Conversation;
  /** The signature that comes last, after the read-back; others before it are among the answers. */
  readonly endsWith: string;
}

/** The consents of the shared block, given; no thumbprint and no call, so that neither is asked for. */
export const consentsGiven: Conversation = {
  'consent.submit': 'Đồng ý',
  'consent.keepCopy': 'Đồng ý',
  'consent.ethnicity': 'Đồng ý',
  'consent.thumbprint': 'Không đồng ý',
  'consent.contact': 'Không đồng ý',
};
