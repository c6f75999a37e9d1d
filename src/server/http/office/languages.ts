import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import type { ErrorBody } from '../../../contract/errors.ts';
import { EntityId } from '../../../contract/ids.ts';
import { MAX_PACK_BYTES } from '../../../contract/language-pack.ts';
import {
  checkPhraseText,
  checkVoice,
  exportLanguage,
  importLanguage,
  listLanguages,
  listPhrases,
  publishLanguage,
  savePhraseText,
  voiceSoundPath,
} from '../../../contract/operations/languages.ts';
import {
  checkPhraseText as checkText,
  checkVoice as judgeVoice,
} from '../../commands/check-language-work.ts';
import { importLanguage as takeFiles } from '../../commands/import-language.ts';
import { publishLanguage as publish } from '../../commands/publish-language.ts';
import { savePhraseText as saveText } from '../../commands/save-phrase-text.ts';
import { exportLanguage as makeFiles, showLanguages, showPhrases } from '../../commands/show-languages.ts';
import type { Deps } from '../../deps.ts';
import { maySeeLanguages } from '../../policies/language.ts';
import { findSound } from '../../storage/voice-recordings.ts';
import { statusOf } from '../error-reply.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** A translator's files may be written with indents. */
const FILES = { bodyLimit: MAX_PACK_BYTES, budget: { max: 30, timeWindow: '1 minute' } };

/** Languages: how far each has come, its phrases, and what the office does with them. */
export function addOfficeLanguages(scope: FastifyInstance, deps: Deps): void {
  addReading(scope, deps);
  addWork(scope, deps);
  addVoiceSound(scope, deps);
}

function addReading(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listLanguages, async (_input, request) => {
    const { actor } = sessionOf(request);
    if (maySeeLanguages(actor).kind !== 'allowed') return refused('forbidden', 'role');
    return ok({ languages: await showLanguages(deps, actor) });
  });

  addOperation(scope, listPhrases, async ({ params, query }, request) => {
    const { actor } = sessionOf(request);
    if (maySeeLanguages(actor).kind !== 'allowed') return refused('forbidden', 'role');
    const shown = await showPhrases(deps, actor, { ...params, ...query });
    return shown === undefined ? refused('not-found') : ok(shown);
  });

  addOperation(
    scope,
    exportLanguage,
    async ({ params, query }, request) => {
      if (maySeeLanguages(sessionOf(request).actor).kind !== 'allowed') return refused('forbidden', 'role');
      const files = await makeFiles(deps, params.language, query.content);
      return files === undefined ? refused('not-found') : ok({ files });
    },
    { budget: FILES.budget },
  );
}

function addWork(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, savePhraseText, async ({ params, body }, request) => {
    const outcome = await saveText(deps, sessionOf(request).actor, { ...params, ...body });
    switch (outcome.kind) {
      case 'saved':
        return ok({});
      case 'placeholders':
        return refused('malformed', outcome.kind);
      default:
        return refused(outcome.kind, reasonOf(outcome));
    }
  });

  addOperation(scope, checkPhraseText, async ({ params, body }, request) => {
    const outcome = await checkText(deps, sessionOf(request).actor, { ...params, ...body });
    return outcome.kind === 'checked' ? ok({}) : refused(outcome.kind, reasonOf(outcome));
  });

  addOperation(scope, checkVoice, async ({ params, body }, request) => {
    const outcome = await judgeVoice(deps, sessionOf(request).actor, { ...params, ...body });
    return outcome.kind === 'checked' ? ok({}) : refused(outcome.kind, reasonOf(outcome));
  });

  addOperation(scope, publishLanguage, async ({ params }, request) => {
    const outcome = await publish(deps, sessionOf(request).actor, params.language);
    return outcome.kind === 'published'
      ? ok({ version: outcome.version })
      : refused(outcome.kind, reasonOf(outcome));
  });

  addOperation(
    scope,
    importLanguage,
    async ({ params, body }, request) => {
      const outcome = await takeFiles(deps, sessionOf(request).actor, { ...params, ...body });
      return outcome.kind === 'read'
        ? ok({ taken: outcome.taken, findings: [...outcome.findings] })
        : refused(outcome.kind, reasonOf(outcome));
    },
    FILES,
  );
}

function reasonOf(outcome: object): string | undefined {
  return 'reason' in outcome ? String(outcome.reason) : undefined;
}

const Params = z.object({ id: EntityId });

function addVoiceSound(scope: FastifyInstance, deps: Deps): void {
  scope.get(voiceSoundPath, async (request, reply) => {
    const send = (error: ErrorBody) => reply.code(statusOf(error.kind)).send(error);
    const params = Params.safeParse(request.params);
    if (!params.success) return send({ kind: 'malformed', detail: 'id' });
    if (maySeeLanguages(sessionOf(request).actor).kind !== 'allowed') return send({ kind: 'forbidden' });
    const found = await findSound(deps.db, params.data.id);
    if (found === undefined) return send({ kind: 'not-found' });
    // Of the two types that the table allows; the browser must not guess another, nor keep a voice.
    return reply
      .header('content-type', found.mediaType)
      .header('content-disposition', 'inline')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'no-store')
      .send(Buffer.from(found.sound));
  });
}
