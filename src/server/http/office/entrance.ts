import type { FastifyInstance } from 'fastify';
import { changePassword, me, signIn, signOut } from '../../../contract/operations/office.ts';
import { changePassword as changePasswordCommand } from '../../commands/change-password.ts';
import { signIn as signInCommand } from '../../commands/sign-in.ts';
import { signOut as signOutCommand } from '../../commands/sign-out.ts';
import type { Deps } from '../../deps.ts';
import { presentMe } from '../../presenters/staff.ts';
import { addOperation } from '../operation-route.ts';
import { type AttemptKey, type AttemptLimiter, createAttemptLimiter } from './attempt-limiter.ts';
import { ok, refused, waitFirst } from './outcome.ts';
import { clearSessionCookie, sessionOf, setSessionCookie } from './session.ts';

/** One office often stands behind one address, so an address gets more tries than one login from there. */
const FREE_PER_LOGIN = 5;
const FREE_PER_ADDRESS = 30;

/** Sign-in: the one office route without a session. */
export function addSignIn(scope: FastifyInstance, deps: Deps): void {
  const limiter = createAttemptLimiter(deps.clock);
  addOperation(scope, signIn, async ({ body }, request, reply) => {
    const keys: AttemptKey[] = [
      { name: `login ${body.login.toLowerCase()} ${request.ip}`, free: FREE_PER_LOGIN },
      { name: `address ${request.ip}`, free: FREE_PER_ADDRESS },
    ];
    const wait = limiter.begin(keys);
    if (wait > 0) return waitFirst(wait);
    const outcome = await signInCommand(deps, body);
    if (outcome.kind === 'credentials-invalid') return refused('credentials-invalid');
    limiter.succeeded(keys);
    setSessionCookie(reply, deps, outcome.token);
    return ok(presentMe(outcome.staff, deps.config.demo));
  });
}

/** What somebody with a one-time password may do: see who they are, choose a password, leave. */
export function addOwnSession(scope: FastifyInstance, deps: Deps): void {
  const limiter = createAttemptLimiter(deps.clock);
  addOperation(scope, me, async (_input, request) =>
    ok(presentMe(sessionOf(request).staff, deps.config.demo)),
  );
  addOperation(scope, signOut, async (_input, request, reply) => {
    await signOutCommand(deps, sessionOf(request).token);
    clearSessionCookie(reply, deps);
    return ok({});
  });
  addOperation(scope, changePassword, ({ body }, request) =>
    limited(limiter, { name: sessionOf(request).staff.id, free: FREE_PER_LOGIN }, async () => {
      const { staff, token } = sessionOf(request);
      const outcome = await changePasswordCommand(deps, { ...body, staff, token });
      switch (outcome.kind) {
        case 'changed':
          return ok(presentMe(outcome.staff, deps.config.demo));
        case 'password-too-weak':
          return refused('password-too-weak', outcome.reason);
        case 'credentials-invalid':
          return refused('credentials-invalid');
      }
    }),
  );
}

/** Guessing the present password from a session left open is slowed down like guessing it at the door. */
async function limited<Result extends ReturnType<typeof refused> | { readonly kind: 'ok' }>(
  limiter: AttemptLimiter,
  key: AttemptKey,
  attempt: () => Promise<Result>,
): Promise<Result | ReturnType<typeof waitFirst>> {
  const wait = limiter.begin([key]);
  if (wait > 0) return waitFirst(wait);
  const outcome = await attempt();
  if (outcome.kind === 'ok' || outcome.error.kind !== 'credentials-invalid') limiter.succeeded([key]);
  return outcome;
}
