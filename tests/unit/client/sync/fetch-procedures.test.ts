import { beforeEach, describe, expect, it } from 'vitest';
import type { OfficeNews } from '../../../../src/client/storage/model.ts';
import type { Storage } from '../../../../src/client/storage/storage.ts';
import { randomBytes } from '../../../../src/client/sync/browser-ports.ts';
import { fetchMissingProcedures } from '../../../../src/client/sync/fetch-procedures.ts';
import { versionsHere } from '../../../../src/client/sync/versions-here.ts';
import type { Change } from '../../../../src/contract/down/change.ts';
import { generateKeyPair, type NamedKeyPair } from '../../../../src/contract/keys.ts';
import { fetchProcedures, MAX_WANTED } from '../../../../src/contract/operations/procedures.ts';
import { packPackage } from '../../../../src/contract/procedure-package.ts';
import {
  KEY_HEADER,
  NONCE_HEADER,
  SIGNATURE_HEADER,
  signAnswer,
} from '../../../../src/contract/request-signature.ts';
import { getCurrentProcedure } from '../../../../src/procedures/catalogue.ts';
import { makePackage } from '../../../support/procedures/make-package.ts';
import { enrolTablet } from '../../../support/sync/tablet.ts';

type Package = Awaited<ReturnType<typeof makePackage>>;
type Said = Extract<Change, { kind: 'catalogue' }>['procedures'];

const birth = getCurrentProcedure('birth-registration');

let office: NamedKeyPair;
let storage: Storage;
/** What the office has; each answer holds at most `most` of it. */
let kept: Package[];
let most: number;
let asked: string[][];

beforeEach(async () => {
  office = await generateKeyPair('signing');
  storage = (await enrolTablet(office)).openTab();
  kept = [];
  most = 100;
  asked = [];
});

const numbered = (version: number) => makePackage({ ...birth, version });

/** The office names in its feed what it has, under these digests. */
async function announce(...packages: readonly Pick<Package, 'id' | 'version' | 'digest'>[]) {
  const procedures: Said = packages.map(({ id, version, digest }) => ({
    id,
    version,
    digest,
    state: 'superseded',
  }));
  await storage.outbox.applyAnswer({
    refusals: [],
    changes: [{ kind: 'catalogue', cursor: 1, procedures, languagePacks: [] }],
    cursor: 1,
    contractVersion: 3,
    at: '2026-11-22T12:00:00.000Z',
    leases: [],
  });
}

/** The office's road: answers over the request's nonce with `key`, giving `packed` for each package. */
function road(packed = (one: Package) => packPackage(one.json), key = () => office): typeof fetch {
  return async (_url, request) => {
    const { wanted } = fetchProcedures.body?.parse(
      JSON.parse(new TextDecoder().decode(bytesOf(request))),
    ) ?? {
      wanted: [],
    };
    asked.push(wanted.map(({ id, version }) => `${id} ${version}`));
    const found = wanted.flatMap(
      (one) => kept.find(({ id, version }) => id === one.id && version === one.version) ?? [],
    );
    const packages = found
      .slice(0, most)
      .map((one) => ({ id: one.id, version: one.version, digest: one.digest, packed: packed(one) }));
    const body = new TextEncoder().encode(JSON.stringify({ packages, missing: [] }));
    const nonce = new Headers(request?.headers).get(NONCE_HEADER) ?? '';
    const signature = await signAnswer({ nonce, body, privateKey: key().privateKey });
    return new Response(body, { headers: { [KEY_HEADER]: office.id, [SIGNATURE_HEADER]: signature } });
  };
}

function bytesOf(request: RequestInit | undefined): Uint8Array {
  if (!(request?.body instanceof Uint8Array)) throw new Error('no bytes');
  return request.body;
}

const fetchAll = (by: typeof fetch) =>
  fetchMissingProcedures({ storage, origin: 'http://office.example', fetch: by, randomBytes });
const here = async () => (await storage.packages.list()).map(({ version }) => version).sort();

describe('published procedures', () => {
  it('that the feed names and the tablet lacks are fetched, and nothing is asked once they are here', async () => {
    kept = [await numbered(2), await numbered(3)];
    await announce(...kept);
    await fetchAll(road());
    expect(await here()).toEqual([2, 3]);
    expect((await storage.packages.find(birth.id, 2))?.json).toBe(kept[0]?.json);
    await fetchAll(road());
    expect(asked).toEqual([['birth-registration 2', 'birth-registration 3']]);
  });

  it('are not asked for before the office has named any', async () => {
    kept = [await numbered(2)];
    await fetchAll(road());
    expect(asked).toEqual([]);
  });

  it('come in several answers where the office gives them so', async () => {
    kept = await Promise.all(Array.from({ length: MAX_WANTED + 3 }, (_, index) => numbered(index + 2)));
    await announce(...kept);
    most = 9;
    await fetchAll(road());
    expect(await here()).toHaveLength(kept.length);
    expect(asked.every(({ length }) => length <= MAX_WANTED)).toBe(true);
  });

  it('that the disk spoilt are fetched again', async () => {
    kept = [await numbered(2)];
    await announce(...kept);
    await fetchAll(road());
    await storage.packages.markDamaged(birth.id, 2);
    await fetchAll(road());
    expect(await storage.packages.find(birth.id, 2)).toMatchObject({ state: 'kept' });
  });

  it.each([
    ['other bytes than the feed named', road(() => packPackage('{"planted":true}'))],
    ['no bytes at all that open', road(() => 'AAAA')],
    ['an answer that the office did not sign', undefined],
  ])('are not kept: %s', async (_, by) => {
    kept = [await numbered(2)];
    await announce(...kept);
    const stranger = await generateKeyPair('signing');
    await fetchAll(by ?? road(undefined, () => stranger));
    expect(await here()).toEqual([]);
    expect(asked).toHaveLength(1);
    await fetchAll(road());
    expect(await here()).toEqual([2]);
  });

  it('that the office does not give are left for the next round', async () => {
    await announce(await numbered(2));
    await fetchAll(road());
    expect(asked).toHaveLength(1);
    await fetchAll(async () => {
      throw new TypeError('no network');
    });
    expect(await here()).toEqual([]);
  });
});

it('the office is told of the version that new dossiers begin with here', () => {
  const shipped = [
    { id: 'birth', version: 1 },
    { id: 'death', version: 1 },
  ];
  const procedures: Said = [
    { id: 'birth', version: 1, state: 'superseded' },
    { id: 'birth', version: 2, state: 'current', digest: 'd'.repeat(43) },
    { id: 'death', version: 2, state: 'current', digest: 'd'.repeat(43) },
    { id: 'tree', version: 1, state: 'current', digest: 'd'.repeat(43) },
  ];
  const news: readonly OfficeNews['change'][] = [
    { kind: 'catalogue', cursor: 1, procedures, languagePacks: [] },
  ];
  const packages = [
    { id: 'birth', version: 2, state: 'kept' },
    { id: 'death', version: 2, state: 'damaged' },
    { id: 'tree', version: 1, state: 'kept' },
  ] as const;
  expect(versionsHere(shipped, [], packages)).toEqual(shipped);
  expect(versionsHere(shipped, news, packages)).toEqual([
    { id: 'birth', version: 2 },
    { id: 'death', version: 1 },
    { id: 'tree', version: 1 },
  ]);
});
