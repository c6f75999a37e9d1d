import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { civilDate } from '../../domain/calendar/civil-date.ts';
import type { Deps } from '../deps.ts';
import { addressOf, roots, SEARCH } from '../presenters/pages/addresses.ts';
import { presentListPage } from '../presenters/pages/list-page.ts';
import { presentMissingPage } from '../presenters/pages/missing-page.ts';
import { presentProcedurePage } from '../presenters/pages/procedure-page.ts';
import { statesOn } from '../procedure-states.ts';

/** Soon enough for a fee that was mended, and sparing for a village that shares one line. */
const FOR_A_WHILE = 'public, max-age=300';

const Query = z.object({
  [SEARCH]: z.string().max(80).catch(''),
  lang: z.string().max(20).optional().catch(undefined),
});
const Params = z.object({ id: z.string() });

/** The procedures for everybody: pages without sign-in and without script, in each complete language. */
export function addCataloguePages(app: FastifyInstance, deps: Deps): void {
  const { texts } = deps;

  /** `?lang=` where we speak it, else what the address itself says. */
  const languageOf = (asked: string | undefined, own: string) =>
    texts.find(({ tag }) => tag === asked)?.tag ?? own;

  async function versionsToday() {
    const versions = await deps.procedures.list(deps.db);
    const states = statesOn(versions, civilDate(deps.clock.now().toISOString()));
    return versions.map((version, index) => ({ version, state: states[index] ?? ('draft' as const) }));
  }

  for (const { language: own, path } of roots) {
    app.get(path, { schema: { hide: true } }, async (request, reply) => {
      const { lang, [SEARCH]: search } = Query.parse(request.query);
      const current = (await versionsToday()).flatMap(({ version, state }) =>
        state === 'current' ? [version] : [],
      );
      return send(reply, presentListPage(current, { language: languageOf(lang, own), search, texts }));
    });

    app.get(`${path}/:id`, { schema: { hide: true } }, async (request, reply) => {
      const language = languageOf(Query.parse(request.query).lang, own);
      const { id } = Params.parse(request.params);
      if (id === '') return reply.redirect(addressOf(language));
      const known = (await versionsToday()).filter(
        ({ version, state }) => version.id === id && state !== 'draft' && state !== 'scheduled',
      );
      const shown = known.find(({ state }) => state === 'current') ?? known.at(-1);
      if (shown === undefined) return send(reply.code(404), presentMissingPage(language, texts));
      return send(reply, presentProcedurePage(shown.version, { state: shown.state, language, texts }));
    });
  }
}

function send(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('cache-control', FOR_A_WHILE).type('text/html; charset=utf-8').send(page);
}
