import type { FastifyInstance } from 'fastify';
import { redeemEnrolment } from '../../contract/operations/enrolment.ts';
import { redeemEnrolment as redeem } from '../commands/redeem-enrolment.ts';
import type { Deps } from '../deps.ts';
import { addOperation } from './operation-route.ts';

/** A code has 50 bits and lives for hours: thirty guesses a minute lead nowhere, and a roomful of tablets gets in. */
const BUDGET = { max: 30, timeWindow: '1 minute' };

export function addEnrolment(app: FastifyInstance, deps: Deps): void {
  addOperation(
    app,
    redeemEnrolment,
    async ({ body }) => {
      const outcome = await redeem(deps, body);
      if (outcome.kind === 'redeemed') return { kind: 'ok', answer: outcome.answer };
      return { kind: 'refused', error: { kind: outcome.kind } };
    },
    { budget: BUDGET },
  );
}
