import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findSentence } from '../../../src/contract/find-sentence.ts';
import { makeProvisionalReference } from '../../../src/domain/dossier/provisional-reference.ts';
import { publishLanguage } from '../../../src/server/commands/publish-language.ts';
import type { TestApp } from '../../support/server/test-app.ts';
import { buildLanguageServer, MUONG, NEXT, openWorkshop } from '../languages/workshop.ts';
import { addColleague, addDossier, addTablet } from '../office/desk.ts';

/* A sentence about a dossier that somebody has lent their voice to is heard on the public page, once it is published. */

let server: TestApp;
beforeAll(async () => {
  server = await buildLanguageServer();
});
afterAll(() => server.close());

it('offers what is published of the very sentence, and no other sound', async () => {
  const { deps, app } = server;
  const vietnamese = deps.texts.find(({ tag }) => tag === 'vi')?.files.get('status');
  const said = (key: string) => findSentence([vietnamese], key) ?? `no ${key}`;
  const workshop = await openWorkshop(server);
  const speaker = await workshop.person();
  const heard = await workshop.voice(speaker.id, {
    phrase: 'status:dossier.registered.now',
    of: said('dossier.registered.now'),
  });
  const outdated = await workshop.voice(speaker.id, {
    phrase: 'status:dossier.registered.next',
    of: 'Câu này đã đổi.',
  });
  const elsewhere = await workshop.voice(speaker.id, NEXT);
  expect((await workshop.give(speaker, heard, outdated, elsewhere)).refused).toEqual([]);

  const field = await addColleague(deps, { roles: ['field'], withoutPassword: true });
  const tablet = await addTablet(deps, field.id);
  const reference = makeProvisionalReference(Uint8Array.from([1, 2, 3, 4, 5]));
  await addDossier(deps, tablet, { reference, askedBirthDate: '1999' });
  const page = async () =>
    (
      await app.inject({
        method: 'POST',
        url: '/tra-cuu',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ ma: reference, nam: '1999' }).toString(),
      })
    ).payload;
  const digestOf = async (id: string) =>
    (
      await deps.db
        .selectFrom('voice_recordings')
        .select('digest')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).digest;
  const get = async (id: string) => app.inject({ url: `/tieng/${await digestOf(id)}` });

  expect(await page()).not.toContain('<audio');
  expect((await get(heard.id)).statusCode).toBe(404);

  const supervisor = await addColleague(deps, { roles: ['supervisor'] });
  const by = {
    staffId: supervisor.id,
    roles: ['supervisor' as const],
    commune: '14956',
    department: null,
  };
  expect(await publishLanguage(deps, by, MUONG)).toMatchObject({ kind: 'published' });

  const shown = await page();
  expect(shown.match(/<audio/g)).toHaveLength(1);
  expect(shown).toContain(`src="/tieng/${await digestOf(heard.id)}"`);
  const sound = await get(heard.id);
  expect(sound.statusCode).toBe(200);
  expect(sound.headers['content-type']).toBe('audio/webm');
  expect(createHash('sha256').update(sound.rawPayload).digest('base64url')).toBe(await digestOf(heard.id));
  expect((await get(outdated.id)).statusCode).toBe(404);
  expect((await get(elsewhere.id)).statusCode).toBe(404);
});
