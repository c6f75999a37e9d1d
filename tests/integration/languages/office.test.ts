import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { Change } from '../../../src/contract/down/change.ts';
import { LanguagePack, unpackLanguagePack } from '../../../src/contract/language-pack.ts';
import {
  fetchLanguagePack,
  type importLanguage,
  type LanguageLine,
  type listPhrases,
} from '../../../src/contract/operations/languages.ts';
import type { Role } from '../../../src/contract/operations/office.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { announceCatalogue } from '../../../src/server/commands/announce-catalogue.ts';
import { checkVoice } from '../../../src/server/commands/check-language-work.ts';
import { publishLanguage } from '../../../src/server/commands/publish-language.ts';
import { publishProcedure } from '../../../src/server/commands/publish-procedure.ts';
import { uploadProcedure } from '../../../src/server/commands/upload-procedure.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import type { TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet } from '../../support/tablet/enrolled-tablet.ts';
import { addColleague, type Browser, COMMUNE, signedIn } from '../office/desk.ts';
import { makeWell } from '../procedures/made-up.ts';
import { BACK, buildLanguageServer, MUONG, NEXT, openWorkshop, type Workshop } from './workshop.ts';

let server: TestApp;
let workshop: Workshop;
let tablet: HeadlessTablet;
let first: Browser;
let second: Browser;
let supervisor: Browser;
let supervisorId: string;
beforeAll(async () => {
  server = await buildLanguageServer();
  await announceCatalogue(server.deps);
  workshop = await openWorkshop(server);
  tablet = await enrolledTablet(server);
  const sign = async (role: Role, name: string) => {
    const colleague = await addColleague(server.deps, { roles: [role], name });
    if (role === 'supervisor') supervisorId = colleague.id;
    return signedIn(server.app, colleague);
  };
  first = await sign('officer', 'Phạm Thị Lan');
  second = await sign('officer', 'Hà Thị Hoa');
  supervisor = await sign('supervisor', 'Lê Văn Tâm');
});
afterAll(() => server.close());

beforeEach(async () => {
  const { db } = server.deps;
  for (const table of [
    'language_packs',
    'phrase_texts',
    'voice_recordings',
    'contributors',
    'contributions',
  ] as const)
    await db.deleteFrom(table).execute();
  await announceCatalogue(server.deps);
  await tablet.sync();
});

const root = '/api/office/languages';
const own = `${root}/${MUONG}`;

async function line(browser: Browser, language = MUONG): Promise<LanguageLine> {
  const { languages } = (await browser.call('GET', root)).body as { languages: LanguageLine[] };
  const found = languages.find((one) => one.language === language);
  if (found === undefined) throw new Error(`no line of ${language}`);
  return found;
}

async function phrases(browser: Browser, query: string, language = MUONG) {
  const answer = await browser.call('GET', `${root}/${language}/phrases?${query}`);
  expect(answer.status).toBe(200);
  return answer.body as z.output<typeof listPhrases.answer>;
}

const write = (browser: Browser, text: string, replaces: string | null = null, of: object = NEXT) =>
  browser.call('PUT', `${own}/text`, { ...of, text, replaces });
const check = (browser: Browser, text: string) =>
  browser.call('POST', `${own}/text/check`, { phrase: NEXT.phrase, text });
const publish = (browser: Browser, language = MUONG) =>
  browser.call('POST', `${root}/${language}/publish`, {});

const packsOf = (changes: readonly Change[]) =>
  changes.flatMap((change) => (change.kind === 'catalogue' ? [change.languagePacks] : []));

describe('a translation', () => {
  it('is a draft until a second person has read the very same words', async () => {
    expect((await write(first, ' xxx ')).status).toBe(200);
    const shown = async () =>
      (await phrases(second, 'state=all&search=Tiếp theo&where=interview')).phrases[0];
    expect(await shown()).toMatchObject({
      ...{ phrase: NEXT.phrase, vietnamese: NEXT.of },
      text: { text: 'xxx', status: 'draft', by: 'Phạm Thị Lan', isOutdated: false, mayCheck: true },
    });
    expect(await check(first, 'xxx')).toMatchObject({ status: 403, body: { detail: 'own-work' } });
    expect((await check(second, 'yyy')).body).toMatchObject({ kind: 'conflict' });
    expect((await check(second, 'xxx')).status).toBe(200);
    expect((await shown())?.text).toMatchObject({ status: 'checked', checkedBy: 'Hà Thị Hoa' });
    expect((await line(first)).texts).toEqual({ draft: 0, checked: 1 });
    // Whoever changes a word makes it a draft again.
    await write(second, 'xxx yyy', 'xxx');
    expect((await shown())?.text).toMatchObject({ status: 'draft', by: 'Hà Thị Hoa', mayCheck: false });
  });

  it('of two who write at once only one stands, and the other is told', async () => {
    const answers = await Promise.all([write(first, 'xxx'), write(second, 'yyy')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const rows = await server.deps.db.selectFrom('phrase_texts').select('body').execute();
    expect(rows).toHaveLength(1);
  });

  it('is taken away by an empty one, and its history stays', async () => {
    await write(first, 'xxx');
    await write(first, '', 'xxx');
    expect((await line(first)).texts).toEqual({ draft: 0, checked: 0 });
    expect(await server.deps.db.selectFrom('phrase_texts').select('body').execute()).toHaveLength(2);
  });

  it('keeps the placeholders, is of a phrase that there is, and of the Vietnamese that stands', async () => {
    const photos = { phrase: 'interview:photo.enough', of: 'Đã đủ {{count}} ảnh cho giấy này.' };
    expect((await write(first, 'xxx', null, photos)).body).toEqual({
      kind: 'malformed',
      detail: 'placeholders',
    });
    expect((await write(first, 'xxx {{count}} $t(go.back)', null, photos)).status).toBe(400);
    expect((await write(first, 'xxx {{ count }}', null, photos)).status).toBe(200);
    expect((await write(first, 'xxx', null, { ...NEXT, phrase: 'office:title' })).status).toBe(404);
    expect((await write(first, 'xxx', null, { ...NEXT, of: 'Đi tiếp' })).status).toBe(409);
  });

  it('of a sentence that has changed since is out of date, and no longer to be checked', async () => {
    const speaker = await workshop.person();
    await workshop.give(speaker, workshop.text(speaker.id, { of: 'Đi tiếp' }));
    expect(await phrases(first, 'state=outdated')).toMatchObject({
      total: 1,
      phrases: [{ text: { isOutdated: true, mayCheck: false } }],
    });
    expect((await line(first)).texts).toEqual({ draft: 1, checked: 0 });
  });
});

describe('a recording', () => {
  it('is heard at the office and judged by somebody else than the one who held the tablet', async () => {
    const speaker = await workshop.person();
    const voice = await workshop.voice(speaker.id);
    await workshop.give(speaker, voice);
    const sound = await first.call('GET', `${root}/voices/${voice.id}/sound`);
    expect(sound.raw.toString('base64url')).toBe(voice.sound);
    expect(sound.headers).toMatchObject({ 'content-type': 'audio/webm', 'cache-control': 'no-store' });
    expect(await phrases(first, 'state=to-check')).toMatchObject({
      total: 1,
      phrases: [{ voices: [{ id: voice.id, speaker: 'Bùi Thị Mẫu', status: 'draft', mayCheck: true }] }],
    });
    const holder = {
      staffId: workshop.staffId,
      roles: ['officer'] as const,
      commune: COMMUNE,
      department: null,
    };
    expect(await checkVoice(server.deps, holder, { id: voice.id, verdict: 'good' })).toEqual({
      kind: 'forbidden',
      reason: 'own-work',
    });
    const judge = (browser: Browser, verdict: string) =>
      browser.call('POST', `${root}/voices/${voice.id}/check`, { verdict });
    expect((await judge(first, 'good')).status).toBe(200);
    expect((await line(first)).voices).toEqual({ draft: 0, checked: 1, outdated: 0 });
    expect((await judge(second, 'again')).status).toBe(200);
    expect(await line(first)).toMatchObject({ voices: { draft: 0, checked: 0 }, speakers: 0, thanks: [] });
    expect((await first.call('GET', `${root}/voices/${MUONG}/sound`)).status).toBe(400);
  });

  it('is thanked for by name only where the speaker agreed', async () => {
    const [named, unnamed] = [await workshop.person(), await workshop.person({ mayBeNamed: false })];
    await workshop.give(named, unnamed, await workshop.voice(named.id), await workshop.voice(unnamed.id));
    const { speakers, thanks, voices } = await line(first);
    expect(speakers).toBe(2);
    expect(thanks).toEqual([{ name: 'Bùi Thị Mẫu', village: 'bản Đôn', variety: 'Mường trong', voices: 1 }]);
    // One phrase has two recordings: it is one phrase with a voice.
    expect(voices).toEqual({ draft: 1, checked: 0, outdated: 0 });
  });
});

describe('publishing', () => {
  it('tells the tablets in the same breath, with a digest under which they fetch the very pack', async () => {
    const [speaker, unnamed] = [await workshop.person(), await workshop.person({ mayBeNamed: false })];
    const [good, bad] = [await workshop.voice(unnamed.id), await workshop.voice(speaker.id, BACK)];
    await workshop.give(speaker, unnamed, good, bad, workshop.verdict(unnamed.id, bad.id, 'again'));
    await write(first, 'xxx');
    await check(second, 'xxx');
    expect((await line(first)).unpublished).toEqual({ texts: 1, voices: 1 });
    expect((await publish(supervisor)).body).toEqual({ version: 1 });
    const [told] = packsOf((await tablet.sync()).changes);
    const named = told?.find(({ language }) => language === MUONG);
    expect(told?.map(({ language }) => language)).toEqual(['vi', 'en', MUONG]);
    const digest = named?.digest ?? '';
    const fetch = (wanted: string) =>
      workshop.ask(fetchLanguagePack, { contractVersion: CONTRACT_VERSION, language: MUONG, digest: wanted });
    const packed = (await fetch(digest)).packed ?? '';
    const pack = LanguagePack.parse(JSON.parse((await unpackLanguagePack(packed, digest)) ?? ''));
    expect(pack).toMatchObject({
      version: 1,
      texts: [{ text: 'xxx', status: 'checked', by: 'Phạm Thị Lan', checkedBy: 'Hà Thị Hoa' }],
      voices: [{ id: good.id, speaker: '', village: '', variety: 'Mường trong', status: 'draft' }],
    });
    expect(JSON.stringify(pack)).not.toContain('Bùi');
    expect(await line(first)).toMatchObject({ version: 1, unpublished: { texts: 0, voices: 0 } });
    expect(await fetch('A'.repeat(43))).toEqual({ packed: null });
  });

  it('without a change makes no version and says nothing; what was rejected since is a change', async () => {
    const [speaker, listener] = [await workshop.person(), await workshop.person()];
    const voice = await workshop.voice(speaker.id);
    await workshop.give(speaker, listener, voice);
    await publish(supervisor);
    await tablet.sync();
    expect((await publish(supervisor)).body).toEqual({ version: 1 });
    expect((await tablet.sync()).changes).toEqual([]);
    await workshop.give(workshop.verdict(listener.id, voice.id, 'again'));
    expect((await line(first)).unpublished).toEqual({ texts: 0, voices: 1 });
    expect((await publish(supervisor)).body).toEqual({ version: 2 });
    expect(packsOf((await tablet.sync()).changes)).toHaveLength(1);
  });

  it('by several at once makes one version and one announcement', async () => {
    await write(first, 'xxx');
    const by = { staffId: supervisorId, roles: ['supervisor'] as const, commune: COMMUNE, department: null };
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => publishLanguage(server.deps, by, MUONG)),
    );
    expect(outcomes).toEqual(outcomes.map(() => ({ kind: 'published', version: 1 })));
    expect(packsOf((await tablet.sync()).changes)).toHaveLength(1);
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('is not for everybody, nor of nothing', async () => {
    expect((await publish(first)).status).toBe(403);
    expect((await publish(supervisor)).body).toEqual({ kind: 'state-not-allowed', detail: 'empty' });
    expect((await publish(supervisor, 'tyr')).status).toBe(404);
  });

  it('gives Vietnamese a pack of voices in place of its shipped line, and takes no texts for it', async () => {
    const speaker = await workshop.person();
    await workshop.give(speaker, await workshop.voice(speaker.id, { language: 'vi' }));
    await publish(supervisor, 'vi');
    const [told] = packsOf((await tablet.sync()).changes);
    expect(told).toEqual([
      { language: 'vi', version: 1, digest: expect.any(String) },
      { language: 'en', version: 1 },
    ]);
    expect((await line(first, 'vi')).allowed).toEqual(['check']);
    const answer = await first.call('PUT', `${root}/vi/text`, { ...NEXT, text: 'xxx', replaces: null });
    expect(answer.body).toEqual({ kind: 'state-not-allowed', detail: 'whole-language' });
  });
});

describe("a translator's files", () => {
  const take = async (files: object) => {
    const answer = await first.call('POST', `${own}/file`, { files });
    return answer.body as z.output<typeof importLanguage.answer>;
  };
  const give = async (content: string) =>
    ((await first.call('GET', `${own}/file?content=${content}`)).body as { files: Record<string, object> })
      .files;

  it('go out in Vietnamese, come back translated, and the same again change nothing', async () => {
    const files = await give('vietnamese');
    expect(files.interview).toMatchObject({ go: { next: 'Tiếp theo' } });
    expect(Object.keys(files)).toContain('procedures/birth-registration');
    // Untouched it is no translation.
    expect(await take(files)).toEqual({ taken: 0, findings: [] });
    const translated = {
      ...files,
      interview: { ...files.interview, go: { next: 'xxx', back: 'yyy', home: '' } },
    };
    expect(await take(translated)).toEqual({ taken: 2, findings: [] });
    expect(await take(translated)).toEqual({ taken: 0, findings: [] });
    expect(await give('translations')).toEqual({ interview: { go: { next: 'xxx', back: 'yyy' } } });
    expect((await line(first)).texts).toEqual({ draft: 2, checked: 0 });
  });

  it('write nothing where anything in them is wrong, and say each thing', async () => {
    const interview = {
      go: { next: 'xxx', back: 7, sideways: 'xxx' },
      photo: { enough: 'xxx {{cuont}}' },
      copied: 'xxx',
      forWhom: { copied_other: 'xxx {{count}}' },
      stop: { kept: 'x'.repeat(4001) },
    };
    expect(await take({ interview, office: { title: 'xxx' }, begin: [['xxx']] })).toEqual({
      taken: 0,
      findings: [
        { phrase: 'interview:go.back', why: 'not-text' },
        { phrase: 'interview:go.sideways', why: 'unknown-key' },
        { phrase: 'interview:photo.enough', why: 'placeholders' },
        { phrase: 'interview:copied', why: 'unknown-key' },
        { phrase: 'interview:forWhom.copied_other', why: 'plural' },
        { phrase: 'interview:stop.kept', why: 'too-long' },
        { phrase: 'office:title', why: 'unknown-key' },
        { phrase: 'begin:', why: 'unknown-key' },
      ],
    });
    expect((await line(first)).texts).toEqual({ draft: 0, checked: 0 });
  });

  it('of an enemy cost the server a refusal', async () => {
    const post = (payload: string) =>
      server.app.inject({
        method: 'POST',
        url: `${own}/file`,
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          cookie: first.cookie() ?? '',
        },
        payload,
      });
    const deep = `{"files":{"interview":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}}`;
    expect((await post(deep)).statusCode).toBe(400);
    expect((await post('{"files":{"__proto__":{"go":{"next":"xxx"}}}}')).statusCode).toBe(400);
    expect((await post(`{"files":{"interview":"${'x'.repeat(5_000_000)}"}}`)).statusCode).toBe(413);
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, 'xxx']));
    const answer = await post(JSON.stringify({ files: { interview: many } }));
    expect(answer.json().findings).toHaveLength(200);
    for (const name of ['constructor', 'toString', 'hasOwnProperty'])
      expect((await take({ interview: { [name]: 'xxx' } })).findings).toMatchObject([{ why: 'unknown-key' }]);
  });
});

it('a procedure that the office published brings its sentences, and may say shipped ones otherwise', async () => {
  const { id } = await addColleague(server.deps, { roles: ['administrator'] });
  const by = { staffId: id, roles: ['administrator'] as const, commune: COMMUNE, department: null };
  const before = (await phrases(first, 'state=all')).total;
  const kept = await uploadProcedure(server.deps, by, { content: makeWell(), note: '' });
  expect(kept.kind).toBe('kept');
  expect((await phrases(first, 'state=all')).total).toBe(before);
  const versions = await server.deps.procedures.list(server.deps.db);
  const digest = versions.find((one) => one.id === 'village-well')?.digest ?? '';
  await publishProcedure(server.deps, by, { id: 'village-well', version: 1, digest, from: '2026-11-23' });
  const well = await phrases(first, 'state=all&where=village-well&search=gieng ten');
  expect(well.phrases).toMatchObject([
    {
      phrase: 'procedures/village-well:questions.owner.name.label',
      vietnamese: 'Chủ giếng tên là gì?',
      where: 'village-well',
    },
  ]);
});

it('people of the field have no way in', async () => {
  const nobody = await server.app.inject({ url: root, headers: { 'sec-fetch-site': 'same-origin' } });
  expect(nobody.statusCode).toBe(401);
});
