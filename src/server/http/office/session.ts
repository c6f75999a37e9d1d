import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorBody } from '../../../contract/errors.ts';
import { actorOf } from '../../commands/actor.ts';
import { findSession } from '../../commands/find-session.ts';
import { SESSION_SECONDS } from '../../commands/session-token.ts';
import type { Deps } from '../../deps.ts';
import type { Actor } from '../../policies/reach.ts';
import type { StaffRow } from '../../storage/rows.ts';
import { statusOf } from '../error-reply.ts';
import { isFromOwnPage } from './same-origin.ts';

export interface OfficeSession {
  readonly token: string;
  readonly staff: StaffRow;
  readonly actor: Actor;
}

declare module 'fastify' {
  interface FastifyRequest {
    officeSession: OfficeSession | null;
  }
}

const COOKIE = 've-ban-session';

/** No request that changes anything gets past this unless our own page sent it. */
export function requireOwnPage(scope: FastifyInstance, deps: Deps): void {
  scope.addHook('onRequest', async (request, reply) => {
    const own = isFromOwnPage(
      {
        method: request.method,
        origin: request.headers.origin,
        fetchSite: headerText(request.headers['sec-fetch-site']),
        host: request.host,
      },
      deps.config.publicUrl,
    );
    if (!own) return refuse(reply, { kind: 'forbidden', detail: 'origin' });
  });
}

/**
 * Every route of the scope needs a session; a route that is added later cannot forget it. Who still has the
 * one-time password may only change it, unless the scope says otherwise.
 */
export function requireSession(
  scope: FastifyInstance,
  deps: Deps,
  rules: { readonly oneTimePasswordEnough: boolean },
): void {
  scope.addHook('onRequest', async (request, reply) => {
    const token = request.cookies[COOKIE];
    const staff = token === undefined ? undefined : await findSession(deps, token);
    if (token === undefined || staff === undefined) return refuse(reply, { kind: 'unauthorized' });
    if (staff.mustChangePassword && !rules.oneTimePasswordEnough)
      return refuse(reply, { kind: 'password-change-needed' });
    request.officeSession = { token, staff, actor: actorOf(staff) };
  });
}

/** The session of a route behind `requireSession`. */
export function sessionOf(request: FastifyRequest): OfficeSession {
  if (request.officeSession === null) throw new Error('a route outside requireSession asked for the session');
  return request.officeSession;
}

export function setSessionCookie(reply: FastifyReply, deps: Deps, token: string): void {
  reply.setCookie(COOKIE, token, { ...cookieRules(deps), maxAge: SESSION_SECONDS });
}

export function clearSessionCookie(reply: FastifyReply, deps: Deps): void {
  reply.clearCookie(COOKIE, cookieRules(deps));
}

function cookieRules(deps: Deps) {
  return {
    path: '/api/office',
    httpOnly: true,
    sameSite: 'strict',
    secure: deps.config.tls !== undefined || deps.config.publicUrl.startsWith('https:'),
  } as const;
}

function refuse(reply: FastifyReply, error: ErrorBody): FastifyReply {
  return reply.code(statusOf(error.kind)).send(error);
}

function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
