import type * as z from 'zod';
import { ErrorBody } from '../../../../contract/errors.ts';
import { redeemEnrolment } from '../../../../contract/operations/enrolment.ts';

export type RedeemRequest = z.output<NonNullable<typeof redeemEnrolment.body>>;
export type RedeemAnswer = z.output<typeof redeemEnrolment.answer>;

export type RedeemOutcome =
  | { readonly kind: 'redeemed'; readonly answer: RedeemAnswer }
  | { readonly kind: 'code-invalid' | 'update-needed' | 'too-many-requests' | 'unreachable' | 'refused' };

export type RedeemCode = (request: RedeemRequest) => Promise<RedeemOutcome>;

const PATIENCE = 30_000;

/** Asks the office once. Anything that is not the office's own answer (no network, a captive portal) is `unreachable`. */
export function redeemOverHttp(origin: string, fetchIt: typeof fetch): RedeemCode {
  return async (request) => {
    let body: unknown;
    try {
      const response = await fetchIt(new URL(redeemEnrolment.path, origin), {
        method: redeemEnrolment.method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
        signal: AbortSignal.timeout(PATIENCE),
      });
      body = await response.json();
    } catch {
      return { kind: 'unreachable' };
    }
    const answer = redeemEnrolment.answer.safeParse(body);
    if (answer.success) return { kind: 'redeemed', answer: answer.data };
    const refusal = ErrorBody.safeParse(body);
    return { kind: refusal.success ? outcomeOf(refusal.data.kind) : 'unreachable' };
  };
}

function outcomeOf(kind: ErrorBody['kind']): Exclude<RedeemOutcome['kind'], 'redeemed'> {
  switch (kind) {
    case 'code-invalid':
    case 'malformed':
      return 'code-invalid';
    case 'update-needed':
      return 'update-needed';
    case 'too-many-requests':
      return 'too-many-requests';
    default:
      return 'refused';
  }
}
