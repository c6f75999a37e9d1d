import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../../../src/client/storage/storage.ts';
import { randomBytes } from '../../../../src/client/sync/browser-ports.ts';
import { giveWaitingContributions } from '../../../../src/client/sync/give-contributions.ts';
import { fromBase64url } from '../../../../src/contract/base64url.ts';
import { generateKeyPair, type NamedKeyPair, sha256Base64url } from '../../../../src/contract/keys.ts';
import { type Contribution, giveContributions } from '../../../../src/contract/operations/languages.ts';
import { signedRoad } from '../../../support/sync/signed-road.ts';
import { enrolTablet, idOf } from '../../../support/sync/tablet.ts';

const STAFF = idOf(900_001);
const AT = '2026-11-28T10:00:00.000Z';

let office: NamedKeyPair;
let storage: Storage;
/** Ids of each request, and what the office has by now. */
let asked: string[][];
let sizes: number[];
let given: Map<string, Contribution>;

beforeEach(async () => {
  office = await generateKeyPair('signing');
  storage = (await enrolTablet(office)).openTab();
  asked = [];
  sizes = [];
  given = new Map();
});

async function record(number: number, bytes = 2000): Promise<string> {
  const id = idOf(number);
  const sound = new Uint8Array(bytes).fill(number % 256);
  sound.set([number >> 8], 0);
  const digest = await sha256Base64url(sound);
  await storage.languages.contribute(
    {
      id,
      staffId: STAFF,
      state: 'waiting',
      kind: 'voice',
      contributorId: idOf(1),
      at: AT,
      language: 'mtq',
      phrase: 'interview:go.next',
      of: 'Tiếp theo',
      mediaType: 'audio/webm',
      seconds: 1,
      digest,
    },
    { digest, mediaType: 'audio/webm', bytes: sound },
  );
  return id;
}

async function introduce(number: number): Promise<string> {
  const id = idOf(number);
  await storage.languages.contribute({
    id,
    staffId: STAFF,
    state: 'waiting',
    kind: 'contributor',
    keyId: 'AAAAAAAAAAA',
    sealed: 'AAAA',
  });
  return id;
}

type Verdict = 'kept' | 'silent' | 'damaged';

/** An office that says this of each; it takes nothing of which it says nothing. */
function road(say: (id: string) => Verdict = () => 'kept', signer = office): typeof fetch {
  return signedRoad(
    office,
    (_, question) => {
      const { contributions } = giveContributions.body?.parse(question) ?? { contributions: [] };
      asked.push(contributions.map(({ id }) => id));
      sizes.push(JSON.stringify(question).length);
      const by = (verdict: Verdict) => contributions.filter(({ id }) => say(id) === verdict);
      for (const one of by('kept')) given.set(one.id, one);
      const refused = by('damaged').map(({ id }) => ({ id, why: 'damaged' }));
      return { body: { kept: by('kept').map(({ id }) => id), refused } };
    },
    signer,
  );
}

const give = (by: typeof fetch = road()) =>
  giveWaitingContributions({ storage, origin: 'http://office.example', fetch: by, randomBytes });
const states = async () =>
  Object.fromEntries((await storage.languages.listContributions()).map(({ id, state }) => [id, state]));

describe('what the workshop made', () => {
  it('goes up once, people before what names them, with the very sound', async () => {
    const voice = await record(10);
    const person = await introduce(20);
    await give();
    expect(asked).toEqual([[person, voice]]);
    const sent = given.get(voice);
    if (sent?.kind !== 'voice') throw new Error('no voice came');
    expect(await sha256Base64url(fromBase64url(sent.sound) ?? new Uint8Array())).toBe(sent.digest);
    expect(await states()).toEqual({ [voice]: 'kept', [person]: 'kept' });
    await give();
    expect(asked).toHaveLength(1);
  });

  it('goes in portions of bounded size and number, larger once the line has carried the first', async () => {
    for (let number = 10; number < 100; number++) await record(number, number < 40 ? 30_000 : 500);
    await give();
    expect(given.size).toBe(90);
    expect(asked.flat()).toHaveLength(90);
    expect(Math.max(...sizes)).toBeLessThan(360_000);
    expect(sizes[0]).toBeLessThan(70_000);
    expect(Math.max(...asked.map(({ length }) => length))).toBe(40);
  });

  it('that the office refuses is told with its reason, and not sent again', async () => {
    const [good, bad] = [await record(10), await record(11)];
    await give(road((id) => (id === bad ? 'damaged' : 'kept')));
    expect(await storage.languages.listContributions()).toMatchObject([
      { id: good, state: 'kept' },
      { id: bad, state: 'refused', why: 'damaged' },
    ]);
    await give();
    expect(asked).toHaveLength(1);
  });

  it('of which the office says nothing waits for the next round, and does not spin', async () => {
    const voice = await record(10);
    await give(road(() => 'silent'));
    expect(asked).toHaveLength(1);
    await give();
    expect(await states()).toEqual({ [voice]: 'kept' });
  });

  it('is settled by nobody’s word but the office’s', async () => {
    const voice = await record(10);
    await give(road(undefined, await generateKeyPair('signing')));
    await give(async () => {
      throw new TypeError('no network');
    });
    expect(await states()).toEqual({ [voice]: 'waiting' });
  });

  it('is not held up by one that the office cannot read', async () => {
    const ids = [];
    for (let number = 10; number < 20; number++) ids.push(await record(number));
    const poisoned = ids[6];
    const sound = road();
    const failing = signedRoad(office, () => ({ status: 400, body: { kind: 'malformed' } }));
    await give(async (url, request) => {
      const body = new TextDecoder().decode(
        request?.body instanceof Uint8Array ? request.body : new Uint8Array(),
      );
      return await (body.includes(poisoned ?? '') ? failing : sound)(url, request);
    });
    expect(Object.entries(await states()).filter(([, state]) => state === 'waiting')).toEqual([
      [poisoned, 'waiting'],
    ]);
  });

  it('waits when the office is not to be asked now', async () => {
    await record(10);
    await record(11);
    let times = 0;
    await give(
      signedRoad(office, () => {
        times += 1;
        return { status: 429, body: { kind: 'too-many-requests' } };
      }),
    );
    expect(times).toBe(1);
  });

  it('whose sound the disk has lost is refused here, so that somebody records it again', async () => {
    const lost = await record(10);
    const voice = await record(11);
    const find = storage.languages.findSound;
    const missing = (await storage.languages.listContributions()).find(({ id }) => id === lost);
    storage.languages.findSound = async (digest) =>
      missing?.kind === 'voice' && digest === missing.digest ? undefined : await find(digest);
    await give();
    expect(await states()).toEqual({ [lost]: 'refused', [voice]: 'kept' });
  });
});
