import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../../../../src/client/storage/storage.ts';
import { randomBytes } from '../../../../src/client/sync/browser-ports.ts';
import { fetchMissingLanguages } from '../../../../src/client/sync/fetch-languages.ts';
import { countLanguageWork } from '../../../../src/client/sync/language-packs.ts';
import { toBase64url } from '../../../../src/contract/base64url.ts';
import { generateKeyPair, type NamedKeyPair, sha256Base64url } from '../../../../src/contract/keys.ts';
import {
  type LanguagePack,
  type PackVoice,
  packLanguagePack,
  sealLanguagePack,
} from '../../../../src/contract/language-pack.ts';
import { fetchLanguagePack, fetchVoices } from '../../../../src/contract/operations/languages.ts';
import { CONTRACT_VERSION } from '../../../../src/contract/version.ts';
import { signedRoad } from '../../../support/sync/signed-road.ts';
import { enrolTablet, idOf } from '../../../support/sync/tablet.ts';

type Sealed = {
  readonly language: string;
  readonly version: number;
  readonly json: string;
  readonly digest: string;
};

let office: NamedKeyPair;
let storage: Storage;
let packs: Map<string, Sealed>;
let sounds: Map<string, Uint8Array<ArrayBuffer>>;
let most: number;
let askedPacks: string[];
let askedSounds: string[][];

beforeEach(async () => {
  office = await generateKeyPair('signing');
  storage = (await enrolTablet(office)).openTab();
  packs = new Map();
  sounds = new Map();
  most = 100;
  askedPacks = [];
  askedSounds = [];
});

async function voice(number: number, status: 'draft' | 'checked' = 'draft', bytes = 900): Promise<PackVoice> {
  const sound = new Uint8Array(bytes).fill(number);
  const digest = await sha256Base64url(sound);
  sounds.set(digest, sound);
  return {
    id: idOf(number),
    phrase: `interview:go.n${number}`,
    of: 'Tiếp theo',
    speaker: 'Hà Thị Mẫu',
    village: 'Bản Poọng',
    variety: '',
    recordedOn: '2026-11-28',
    mediaType: 'audio/webm',
    seconds: 1,
    bytes,
    digest,
    status,
    checkedBy: null,
    checkedOn: null,
  };
}

async function publish(version: number, voices: PackVoice[], language = 'mtq'): Promise<Sealed> {
  const pack: LanguagePack = { language, version, texts: [], voices };
  const sealed = await sealLanguagePack(pack);
  if (sealed === undefined) throw new Error('too long');
  const kept = { language, version, ...sealed };
  packs.set(language, kept);
  return kept;
}

let cursor = 0;
async function announce(...named: readonly Pick<Sealed, 'language' | 'version' | 'digest'>[]) {
  cursor += 1;
  await storage.outbox.applyAnswer({
    refusals: [],
    changes: [
      {
        kind: 'catalogue',
        cursor,
        procedures: [],
        languagePacks: [
          { language: 'vi', version: 1 },
          ...named.map(({ language, version, digest }) => ({ language, version, digest })),
        ],
      },
    ],
    cursor,
    contractVersion: CONTRACT_VERSION,
    at: '2026-11-28T12:00:00.000Z',
    leases: [],
  });
}

interface Bend {
  readonly packed?: (one: Sealed) => string;
  readonly sound?: (digest: string) => Uint8Array<ArrayBuffer>;
  readonly signer?: NamedKeyPair;
}

function road(bend: Bend = {}): typeof fetch {
  const answer = (path: string, question: unknown) => {
    if (path === fetchLanguagePack.path) {
      const wanted = fetchLanguagePack.body?.parse(question);
      const found = packs.get(wanted?.language ?? '');
      askedPacks.push(wanted?.language ?? '');
      if (found?.digest !== wanted?.digest || found === undefined) return { body: { packed: null } };
      return { body: { packed: bend.packed?.(found) ?? packLanguagePack(found.json) } };
    }
    const wanted = fetchVoices.body?.parse(question).wanted ?? [];
    askedSounds.push(wanted);
    const here = wanted.filter((digest) => sounds.has(digest));
    return {
      body: {
        voices: here.slice(0, most).map((digest) => ({
          digest,
          sound: toBase64url(bend.sound?.(digest) ?? sounds.get(digest) ?? new Uint8Array()),
        })),
        missing: wanted.filter((digest) => !sounds.has(digest)),
      },
    };
  };
  return signedRoad(office, answer, bend.signer);
}

const fetchAll = (by: typeof fetch = road()) =>
  fetchMissingLanguages({ storage, origin: 'http://office.example', fetch: by, randomBytes });
const versions = async () => (await storage.languages.listPacks()).map(({ version }) => version);
const soundsHere = async () => [...(await storage.languages.listSounds())].sort();

describe('language packs', () => {
  it('that the feed names are fetched with their sound, and nothing is asked once they are here', async () => {
    const pack = await publish(1, [await voice(1), await voice(2)]);
    await announce(pack);
    await fetchAll();
    expect(await storage.languages.listPacks()).toMatchObject([pack]);
    expect(await soundsHere()).toEqual([...sounds.keys()].sort());
    const [digest, bytes] = [...sounds][0] ?? [];
    expect(await storage.languages.findSound(digest ?? '')).toEqual({
      digest,
      bytes,
      mediaType: 'audio/webm',
    });
    await fetchAll();
    expect(askedPacks).toEqual(['mtq']);
    expect(askedSounds).toHaveLength(1);
  });

  it('are not asked for before the office has named any, nor where the app brings the language whole', async () => {
    await fetchAll();
    await announce();
    await fetchAll();
    expect(askedPacks).toEqual([]);
  });

  it('give way to the next version: only new sound is fetched, and what nobody names any more goes', async () => {
    const [stays, goes, comes] = [await voice(1), await voice(2), await voice(3)];
    await announce(await publish(1, [stays, goes]));
    await fetchAll();
    await announce(await publish(2, [stays, comes]));
    await fetchAll();
    expect(await versions()).toEqual([2]);
    expect(askedSounds.at(-1)).toEqual([comes.digest]);
    expect(await soundsHere()).toEqual([stays.digest, comes.digest].sort());
  });

  it('that the disk spoilt are fetched again, and keep their sound meanwhile', async () => {
    const pack = await publish(1, [await voice(1)]);
    await announce(pack);
    await fetchAll();
    await storage.languages.putPack({ ...pack, json: pack.json.slice(0, 40) });
    await fetchAll(async () => {
      throw new TypeError('no network');
    });
    expect(await soundsHere()).toHaveLength(1);
    await fetchAll();
    expect(await storage.languages.listPacks()).toMatchObject([pack]);
  });

  it.each([
    ['other bytes than the feed named', { packed: () => packLanguagePack('{"planted":true}') }],
    ['no bytes at all that open', { packed: () => 'AAAA' }],
  ])('are not kept: %s', async (_, bend) => {
    await announce(await publish(1, []));
    await fetchAll(road(bend));
    expect(await versions()).toEqual([]);
    await fetchAll();
    expect(await versions()).toEqual([1]);
  });

  it('are not kept from anybody but the office', async () => {
    await announce(await publish(1, [await voice(1)]));
    await fetchAll(road({ signer: await generateKeyPair('signing') }));
    expect(await versions()).toEqual([]);
  });

  it('that the office has replaced meanwhile do not keep the others from coming', async () => {
    const old = await publish(1, []);
    await publish(2, []);
    const other = await publish(1, [], 'tyr');
    await announce(old, other);
    await fetchAll();
    expect((await storage.languages.listPacks()).map(({ language }) => language)).toEqual(['tyr']);
  });
});

describe('sound', () => {
  it('comes checked first, then in the order of packs, in portions that the line carries', async () => {
    const voices = [];
    for (let number = 1; number <= 60; number++)
      voices.push(await voice(number, number > 50 ? 'checked' : 'draft', 5_000));
    await announce(await publish(1, voices));
    await fetchAll();
    const wanted = [...voices.slice(50), ...voices.slice(0, 50)].map(({ digest }) => digest);
    expect(askedSounds.flat()).toEqual(wanted);
    expect(askedSounds[0]?.length).toBe(12);
    expect(Math.max(...askedSounds.map(({ length }) => length))).toBeLessThanOrEqual(40);
    expect(await soundsHere()).toHaveLength(60);
  });

  it('that an answer left out is asked for again', async () => {
    most = 2;
    await announce(await publish(1, [await voice(1), await voice(2), await voice(3)]));
    await fetchAll();
    expect(await soundsHere()).toHaveLength(3);
  });

  it('that is not of its digest is not kept, and holds up nobody', async () => {
    const [bad, good] = [await voice(1), await voice(2)];
    await announce(await publish(1, [bad, good]));
    const bend = (digest: string) =>
      digest === bad.digest ? new Uint8Array([6]) : (sounds.get(digest) ?? new Uint8Array());
    await fetchAll(road({ sound: bend }));
    expect(await soundsHere()).toEqual([good.digest]);
    await fetchAll();
    expect(await soundsHere()).toHaveLength(2);
  });

  it('that the office lacks is passed over until the next round', async () => {
    const [lost, there] = [await voice(1), await voice(2)];
    sounds.delete(lost.digest);
    await announce(await publish(1, [lost, there]));
    await fetchAll();
    expect(await soundsHere()).toEqual([there.digest]);
    expect(askedSounds).toHaveLength(1);
    expect(await countLanguageWork(storage.languages)).toEqual({ waiting: 0, refused: 0, toCome: 1 });
  });
});
