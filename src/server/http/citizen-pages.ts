import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { LOOK_UP_CODE } from '../../contract/look-up-address.ts';
import { normaliseActivationCode } from '../../domain/account/activation-code.ts';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import { readSlipCode } from '../../domain/dossier/look-up.ts';
import { activateAccount } from '../commands/activate-account.ts';
import { type LookUpOutcome, lookUp } from '../commands/look-up.ts';
import type { Deps } from '../deps.ts';
import {
  ACTIVATION_FIELD,
  type ActivationTrouble,
  presentActivatedPage,
  presentActivatePage,
} from '../presenters/pages/activate-page.ts';
import { publicPaths, SOUND_PATH } from '../presenters/pages/addresses.ts';
import { presentAccountPage, presentDossierPage } from '../presenters/pages/found-page.ts';
import { type LookUpTrouble, presentLookUpPage } from '../presenters/pages/look-up-page.ts';
import { nothingTyped, readBirthDate } from '../presenters/pages/typed.ts';
import { createStatusVoices } from '../status-voices.ts';
import { findSoundByDigest } from '../storage/voice-recordings.ts';

const FORM_LIMIT = 4096;
const typed = (longest: number) => z.string().max(longest).catch('');
const Asked = z.object({
  [LOOK_UP_CODE]: typed(60),
  ngay: typed(4),
  thang: typed(4),
  nam: typed(8),
  [ACTIVATION_FIELD]: typed(40),
  lang: z.string().max(20).optional().catch(undefined),
});

/**
 * Where a citizen looks a dossier up and activates an account: pages without sign-in and without script. What is typed goes
 * in the body of a POST, so that it stands in no history, no log and no link; nothing of it is kept by a cache.
 */
export async function addCitizenPages(app: FastifyInstance, deps: Deps): Promise<void> {
  const { texts } = deps;
  const voices = createStatusVoices(deps);
  const languageOf = (asked: string | undefined, own: string) =>
    texts.find(({ tag }) => tag === asked)?.tag ?? own;

  await app.register(async (pages) => {
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: FORM_LIMIT },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    for (const { language: own, path } of publicPaths('look-up')) {
      pages.get(path, { schema: { hide: true } }, async (request, reply) => {
        const { lang, [LOOK_UP_CODE]: code } = Asked.parse(request.query);
        return send(
          reply,
          presentLookUpPage({ language: languageOf(lang, own), texts, code, birth: nothingTyped }),
        );
      });

      pages.post(path, { schema: { hide: true } }, async (request, reply) => {
        const { lang, [LOOK_UP_CODE]: code, ngay, thang, nam } = Asked.parse(request.body ?? {});
        const language = languageOf(lang, own);
        const birth = { day: ngay, month: thang, year: nam };
        const again = (trouble: LookUpTrouble) =>
          sendTrouble(reply, trouble, presentLookUpPage({ language, texts, code, birth, trouble }));
        const slip = readSlipCode(code);
        if (slip === undefined) return again({ kind: 'code' });
        const birthDate = readBirthDate(birth);
        if (birthDate === undefined) return again({ kind: 'birth' });
        const outcome = await lookUp(deps, { code: slip, birthDate, address: request.ip });
        if (outcome.kind === 'wait' || outcome.kind === 'not-found') return again(outcome);
        return send(reply, await show(outcome, language));
      });
    }

    for (const { language: own, path } of publicPaths('activate')) {
      pages.get(path, { schema: { hide: true } }, async (request, reply) => {
        const { lang, [LOOK_UP_CODE]: reference } = Asked.parse(request.query);
        return send(reply, presentActivatePage({ language: languageOf(lang, own), texts, reference }));
      });

      pages.post(path, { schema: { hide: true } }, async (request, reply) => {
        const {
          lang,
          [LOOK_UP_CODE]: reference,
          [ACTIVATION_FIELD]: secret,
        } = Asked.parse(request.body ?? {});
        const language = languageOf(lang, own);
        const again = (trouble: ActivationTrouble) =>
          sendTrouble(reply, trouble, presentActivatePage({ language, texts, reference, trouble }));
        const slip = readSlipCode(reference);
        if (slip === undefined) return again({ kind: 'reference' });
        const code = normaliseActivationCode(secret);
        if (code.kind === 'invalid') return again({ kind: 'code' });
        const outcome = await activateAccount(deps, {
          reference: slip,
          code: code.value,
          address: request.ip,
        });
        if (outcome.kind === 'activated' || outcome.kind === 'already-active')
          return send(reply, presentActivatedPage({ language, texts, isNew: outcome.kind === 'activated' }));
        return again(outcome);
      });
    }

    pages.get(`${SOUND_PATH}/:digest`, { schema: { hide: true } }, async (request, reply) => {
      const { digest } = z.object({ digest: z.string().max(60) }).parse(request.params);
      // Only what the page itself may offer, and while it is published.
      const voice = (await voices.list(deps.db)).find((one) => one.digest === digest);
      const sound = voice && (await findSoundByDigest(deps.db, digest));
      if (voice === undefined || sound === undefined) return reply.code(404).send({ kind: 'not-found' });
      return reply
        .header('cache-control', 'public, max-age=86400')
        .type(voice.mediaType)
        .send(Buffer.from(sound));
    });
  });

  async function show(
    outcome: Extract<LookUpOutcome, { kind: 'dossier' | 'account' }>,
    language: string,
  ): Promise<string> {
    const asked = { language, texts, voices: await voices.list(deps.db) };
    if (outcome.kind === 'account') return presentAccountPage(outcome.account, asked);
    const { procedureId, procedureVersion } = outcome.dossier;
    const procedure = (await deps.procedures.list(deps.db)).find(
      ({ id, version }) => id === procedureId && version === procedureVersion,
    );
    const today = civilDate(deps.clock.now().toISOString());
    return presentDossierPage(outcome.dossier, { ...asked, procedure, today });
  }
}

function send(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}

function sendTrouble(
  reply: FastifyReply,
  trouble: LookUpTrouble | ActivationTrouble,
  page: string,
): FastifyReply {
  if (trouble.kind === 'wait') reply.code(429).header('retry-after', trouble.seconds);
  else reply.code(422);
  return send(reply, page);
}
