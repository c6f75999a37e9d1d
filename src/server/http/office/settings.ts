import type { FastifyInstance } from 'fastify';
import { getSettings, putSettings } from '../../../contract/operations/office.ts';
import { saveSettings } from '../../commands/save-settings.ts';
import type { Deps } from '../../deps.ts';
import { maySeeSettings } from '../../policies/settings.ts';
import { getOfficeSettings } from '../../storage/settings.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

export function addSettings(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, getSettings, async (_input, request) => {
    const verdict = maySeeSettings(sessionOf(request).actor);
    if (verdict.kind !== 'allowed') return refused('forbidden');
    return ok(await getOfficeSettings(deps.db));
  });

  addOperation(scope, putSettings, async ({ body }, request) => {
    const outcome = await saveSettings(deps, sessionOf(request).actor, body);
    switch (outcome.kind) {
      case 'saved':
        return ok(outcome.settings);
      case 'forbidden':
        return refused('forbidden', outcome.reason);
      case 'settings-invalid':
        return refused('malformed', outcome.detail);
    }
  });
}
