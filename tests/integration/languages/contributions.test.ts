import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchVoices, MAX_VOICES_WANTED } from '../../../src/contract/operations/languages.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { loadServerKeys, makeKeyFile } from '../../../src/server/keys.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { listPhraseTexts } from '../../../src/server/storage/phrase-texts.ts';
import { listVoices } from '../../../src/server/storage/voice-recordings.ts';
import type { TestApp } from '../../support/server/test-app.ts';
import { BACK, buildLanguageServer, MUONG, NEXT, openWorkshop, type Workshop } from './workshop.ts';

let server: TestApp;
let workshop: Workshop;
beforeAll(async () => {
  server = await buildLanguageServer();
  workshop = await openWorkshop(server);
});
afterAll(() => server.close());

/** Everything about languages that the office keeps, and what is on record of it. */
async function kept() {
  const { db } = server.deps;
  const audit = await db
    .selectFrom('audit')
    .select(['action', 'subject', 'detail'])
    .where('action', 'like', 'language-%')
    .orderBy('seq')
    .execute();
  return { audit, voices: await listVoices(db, MUONG), texts: await listPhraseTexts(db, MUONG) };
}

beforeEach(async () => {
  const { db } = server.deps;
  for (const table of ['phrase_texts', 'voice_recordings', 'contributors', 'contributions'] as const)
    await db.deleteFrom(table).execute();
});

describe('what a workshop made', () => {
  it('is kept whole, opened, and on record without a name', async () => {
    const [speaker, listener] = [await workshop.person(), await workshop.person({ name: 'Hà Văn Mẫu' })];
    const voice = await workshop.voice(speaker.id);
    const verdict = workshop.verdict(listener.id, voice.id);
    const answer = await workshop.give(speaker, voice, listener, verdict, workshop.text(speaker.id));
    expect(answer.refused).toEqual([]);
    expect(answer.kept).toHaveLength(5);
    const { voices, texts, audit } = await kept();
    expect(voices).toMatchObject([
      {
        id: voice.id,
        state: 'checked',
        bytes: 300,
        speaker: { name: 'Bùi Thị Mẫu', village: 'bản Đôn', variety: 'Mường trong', mayBeNamed: true },
        checked: { lender: { name: 'Hà Văn Mẫu' } },
      },
    ]);
    expect(texts).toMatchObject([{ phrase: NEXT.phrase, text: 'xxx', checked: null }]);
    expect(audit.slice(-5).map(({ action }) => action)).toEqual([
      'language-contributor-kept',
      'language-voice-kept',
      'language-contributor-kept',
      'language-verdict-kept',
      'language-text-kept',
    ]);
    expect(JSON.stringify(audit)).not.toMatch(/Bùi|Hà Văn|xxx/);
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('is taken once however often it is sent, also twice at the same moment', async () => {
    const speaker = await workshop.person();
    const voice = await workshop.voice(speaker.id);
    const all = [speaker, voice, workshop.text(speaker.id)];
    const answers = await Promise.all([workshop.give(...all), workshop.give(...all), workshop.give(...all)]);
    answers.push(await workshop.give(...all));
    for (const answer of answers) expect(answer).toEqual({ kept: all.map(({ id }) => id), refused: [] });
    const { voices, texts } = await kept();
    expect([voices.length, texts.length]).toEqual([1, 1]);
    const rows = await server.deps.db.selectFrom('phrase_texts').select('place').execute();
    expect(rows).toHaveLength(1);
  });

  it('is a conflict under an id that was used for something else, which stays as it was', async () => {
    const speaker = await workshop.person();
    const text = workshop.text(speaker.id);
    await workshop.give(speaker, text);
    const other = { ...text, text: 'yyy' };
    expect((await workshop.give(other)).refused).toEqual([{ id: text.id, why: 'conflict' }]);
    expect((await kept()).texts).toMatchObject([{ text: 'xxx' }]);
  });

  it('does not stand or fall with its neighbours', async () => {
    const speaker = await workshop.person();
    const voice = await workshop.voice(speaker.id);
    const refused = [
      [workshop.verdict(speaker.id, voice.id), 'own-work'],
      [await workshop.voice(v7()), 'unknown-contributor'],
      [workshop.verdict(speaker.id, v7()), 'unknown-voice'],
      [await workshop.voice(speaker.id, { digest: 'A'.repeat(43) }), 'damaged'],
      [{ ...(await workshop.person()), id: v7() }, 'damaged'],
      [{ ...(await workshop.person()), keyId: 'A'.repeat(11) }, 'damaged'],
      [await workshop.person({ name: 'Bùi\0' }), 'damaged'],
      [await workshop.voice(speaker.id, { of: 'Tiếp\0' }), 'damaged'],
      [workshop.text(speaker.id, { of: 'Đã đủ {{count}} ảnh.', text: 'xxx {{cuont}}' }), 'damaged'],
    ] as const;
    const last = workshop.text(speaker.id);
    const answer = await workshop.give(speaker, voice, ...refused.map(([one]) => one), last);
    expect(answer.refused).toEqual(refused.map(([{ id }, why]) => ({ id, why })));
    expect(answer.kept).toEqual([speaker.id, voice.id, last.id]);
    expect((await kept()).voices).toMatchObject([{ id: voice.id, state: 'draft' }]);
  });

  it('is answered with silence in a language that this server does not know yet', async () => {
    const speaker = await workshop.person();
    const voice = await workshop.voice(speaker.id, { language: 'tyr-Latn-VN' });
    expect(await workshop.give(speaker, voice)).toEqual({ kept: [speaker.id], refused: [] });
    expect(await server.deps.db.selectFrom('voice_recordings').select('id').execute()).toEqual([]);
  });

  it('is refused whole when it names somebody who does not work on this tablet', async () => {
    const other = await openWorkshop(server, 'Người khác');
    await expect(workshop.give(await other.person())).rejects.toThrow('forbidden');
  });

  it('opens with the key that the office had when it was sealed', async () => {
    const speaker = await workshop.person();
    const folder = `${server.deps.config.dataDir}/keys`;
    const { keys } = server.deps;
    await makeKeyFile(folder, 'sealing', new Date('2027-01-01T00:00:00Z'));
    Object.assign(server.deps, { keys: await loadServerKeys(folder, new Date()) });
    expect(server.deps.keys.sealing.current.id).not.toBe(speaker.keyId);
    expect((await workshop.give(speaker)).kept).toEqual([speaker.id]);
    Object.assign(server.deps, { keys });
  });
});

describe('a translation from a tablet', () => {
  it('written long ago comes in behind a newer one, and a clock that runs ahead writes nothing for ever', async () => {
    const speaker = await workshop.person();
    await workshop.give(
      speaker,
      workshop.text(speaker.id, { text: 'mới', at: '2026-11-22T10:00:00+07:00' }),
      workshop.text(speaker.id, { text: 'cũ', at: '2026-11-21T10:00:00+07:00' }),
    );
    expect((await kept()).texts).toMatchObject([{ text: 'mới' }]);
    await workshop.give(workshop.text(speaker.id, { text: 'vội', at: '2030-01-01T00:00:00+07:00' }));
    server.setTime('2026-11-23T02:00:01Z');
    await workshop.give(workshop.text(speaker.id, { text: 'sau', at: '2026-11-23T09:00:01+07:00' }));
    expect((await kept()).texts).toMatchObject([{ text: 'sau' }]);
  });

  it('that says what stands already leaves it checked', async () => {
    const speaker = await workshop.person();
    await workshop.give(speaker, workshop.text(speaker.id));
    const { id: checker } = await server.deps.db
      .selectFrom('staff')
      .select('id')
      .where('login', '=', 'admin')
      .executeTakeFirstOrThrow();
    await server.deps.db
      .updateTable('phrase_texts')
      .set({ checked_at: new Date(), checked_by: checker })
      .execute();
    await workshop.give(workshop.text(speaker.id));
    expect((await kept()).texts[0]?.checked).not.toBeNull();
  });
});

describe('sound', () => {
  it('comes down by its digest, as much as a slow line bears at a time, and not once it was rejected', async () => {
    const [speaker, listener] = [await workshop.person(), await workshop.person()];
    const big = [
      await workshop.voice(speaker.id, { bytes: 80_000 }),
      await workshop.voice(speaker.id, { bytes: 80_000, ...BACK }),
    ] as const;
    const third = await workshop.voice(speaker.id, { bytes: 80_000 });
    for (const one of [speaker, listener, ...big, third]) await workshop.give(one);
    const fetch = (...wanted: string[]) =>
      workshop.ask(fetchVoices, { contractVersion: CONTRACT_VERSION, wanted });
    const unknown = 'B'.repeat(43);
    const first = await fetch(unknown, big[0].digest, big[1].digest, third.digest);
    expect(first).toEqual({ voices: [{ digest: big[0].digest, sound: big[0].sound }], missing: [unknown] });
    await workshop.give(workshop.verdict(listener.id, third.id, 'again'));
    expect((await fetch(third.digest)).missing).toEqual([third.digest]);
    await expect(fetch(...new Array(MAX_VOICES_WANTED + 1).fill(unknown))).rejects.toThrow('malformed');
  });
});
