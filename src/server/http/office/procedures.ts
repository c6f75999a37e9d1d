import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  checkProcedure,
  discardProcedure,
  getProcedure,
  listProcedures,
  type ProcedureLine,
  publishProcedure,
  uploadProcedure,
  withdrawProcedure,
} from '../../../contract/operations/procedures.ts';
import { MAX_PACKAGE_BYTES } from '../../../contract/procedure-package.ts';
import { civilDate } from '../../../domain/calendar/civil-date.ts';
import { authorLanguage } from '../../commands/author-language.ts';
import { checkProcedure as check } from '../../commands/check-procedure.ts';
import { publishProcedure as publish } from '../../commands/publish-procedure.ts';
import { showProcedure } from '../../commands/show-procedure.ts';
import { uploadProcedure as upload } from '../../commands/upload-procedure.ts';
import {
  discardProcedure as discard,
  withdrawProcedure as withdraw,
} from '../../commands/withdraw-procedure.ts';
import type { Deps } from '../../deps.ts';
import { allowedProcedureActions, mayManageProcedures } from '../../policies/procedure.ts';
import type { Actor } from '../../policies/reach.ts';
import { presentChecked, presentProcedures } from '../../presenters/procedure.ts';
import { addOperation, type Outcome } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** What is uploaded may be written with indents, and is judged by the length of its canonical text. */
const LIMITS = { bodyLimit: 3 * MAX_PACKAGE_BYTES };

/** Procedures: what there is, and what an administrator does to them. */
export function addOfficeProcedures(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listProcedures, async (_input, request) => {
    const { actor } = sessionOf(request);
    if (mayManageProcedures(actor).kind !== 'allowed') return refused('forbidden', 'role');
    return ok({ procedures: await lines(deps, actor), today: today(deps) });
  });

  addOperation(scope, getProcedure, async ({ params }, request) => {
    const outcome = await showProcedure(deps, sessionOf(request).actor, params);
    if (outcome.kind === 'shown') return ok({ package: outcome.content, isWithdrawn: outcome.isWithdrawn });
    return outcome.kind === 'forbidden' ? refused('forbidden', outcome.reason) : refused('not-found');
  });

  addOperation(
    scope,
    checkProcedure,
    async ({ body }, request) => {
      if (mayManageProcedures(sessionOf(request).actor).kind !== 'allowed')
        return refused('forbidden', 'role');
      return ok(presentChecked(await check(deps, deps.db, body.content, authorLanguage(body.language))));
    },
    LIMITS,
  );

  addOperation(
    scope,
    uploadProcedure,
    async ({ body: { content, note } }, request) => {
      const outcome = await upload(deps, sessionOf(request).actor, { content, note });
      switch (outcome.kind) {
        case 'kept':
          return line(deps, request, outcome);
        case 'forbidden':
          return refused('forbidden', outcome.reason);
        case 'procedure-invalid':
          return refused('malformed', outcome.findings.map(({ message }) => message).join('; '));
        case 'conflict':
          return refused('conflict');
      }
    },
    LIMITS,
  );

  addOperation(scope, publishProcedure, async ({ params, body }, request) => {
    const outcome = await publish(deps, sessionOf(request).actor, { ...params, ...body });
    switch (outcome.kind) {
      case 'published':
        return line(deps, request, params);
      case 'day-passed':
        return refused('state-not-allowed', outcome.kind);
      case 'conflict':
        return refused('conflict');
      case 'not-found':
        return refused('not-found');
      case 'forbidden':
      case 'state-not-allowed':
        return refused(outcome.kind, outcome.reason);
    }
  });

  addOperation(scope, withdrawProcedure, async ({ params, body }, request) => {
    const outcome = await withdraw(deps, sessionOf(request).actor, { ...params, ...body });
    if (outcome.kind === 'withdrawn') return line(deps, request, params);
    return outcome.kind === 'not-found' ? refused('not-found') : refused(outcome.kind, outcome.reason);
  });

  addOperation(scope, discardProcedure, async ({ params }, request) => {
    const outcome = await discard(deps, sessionOf(request).actor, params);
    if (outcome.kind === 'discarded') return ok({});
    return outcome.kind === 'not-found' ? refused('not-found') : refused(outcome.kind, outcome.reason);
  });
}

async function lines(deps: Deps, actor: Actor): Promise<ProcedureLine[]> {
  return presentProcedures(await deps.procedures.list(deps.db), today(deps), (version) =>
    allowedProcedureActions(actor, version),
  );
}

/** The line of what was just acted on, as it stands now. */
async function line(
  deps: Deps,
  request: FastifyRequest,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Outcome<ProcedureLine>> {
  const all = await lines(deps, sessionOf(request).actor);
  const found = all.find((one) => one.id === id && one.version === version);
  return found === undefined ? refused('not-found') : ok(found);
}

function today(deps: Deps): string {
  return civilDate(deps.clock.now().toISOString());
}
