import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredContribution } from '../../../src/client/storage/model.ts';
import type { Storage } from '../../../src/client/storage/storage.ts';
import { NoSpaceLeft } from '../../../src/client/storage/watch-space.ts';
import { sampleVault } from '../../support/seal/samples.ts';
import { ADAPTERS, type Disk } from './adapters.ts';

type Waiting = StoredContribution & { readonly state: 'waiting' };

const digestOf = (letter: string) => letter.repeat(43);
const soundOf = (letter: string) => ({
  digest: digestOf(letter),
  mediaType: 'audio/webm' as const,
  bytes: new Uint8Array([1, 2, letter.charCodeAt(0)]),
});

function voice(letter: string, phrase = 'interview:go.next'): Waiting & { readonly kind: 'voice' } {
  return {
    id: v7(),
    staffId: 'staff',
    state: 'waiting',
    kind: 'voice',
    contributorId: 'speaker',
    at: '2026-11-28T10:00:00.000Z',
    language: 'mtq',
    phrase,
    of: 'Tiếp theo',
    mediaType: 'audio/webm',
    seconds: 1.5,
    digest: digestOf(letter),
  };
}

describe.each(ADAPTERS)('languages on $name', ({ createDisk }) => {
  let disk: Disk;
  let storage: Storage;
  beforeEach(async () => {
    disk = createDisk();
    storage = await disk.open();
  });
  afterEach(() => storage.close());
  const states = async () =>
    (await storage.languages.listContributions()).map((one) =>
      one.why === undefined ? one.state : `${one.state}: ${one.why}`,
    );

  it('keep what was made with its sound over a restart, the oldest first', async () => {
    const first = voice('a');
    const second = voice('b');
    await storage.languages.contribute(second, soundOf('b'));
    await storage.languages.contribute(first, soundOf('a'));
    storage.close();
    storage = await disk.open();
    expect(await storage.languages.listContributions()).toEqual([first, second]);
    expect(await storage.languages.findSound(digestOf('a'))).toEqual(soundOf('a'));
    expect([...(await storage.languages.listSounds())].sort()).toEqual([digestOf('a'), digestOf('b')]);
  });

  it('take the same work once: what the office has said of it stays', async () => {
    const made = voice('a');
    await storage.languages.contribute(made, soundOf('a'));
    await storage.languages.settle({ kept: [made.id], refused: [] });
    await storage.languages.contribute({ ...made, phrase: 'interview:go.back' }, soundOf('z'));
    expect(await storage.languages.listContributions()).toEqual([{ ...made, state: 'kept' }]);
    expect(await storage.languages.findSound(digestOf('z'))).toBeUndefined();
  });

  it('settle by the office: kept is for good, a refusal says why, strangers are passed over', async () => {
    const [kept, refused, waiting] = [voice('a'), voice('b'), voice('c')];
    for (const one of [kept, refused, waiting]) await storage.languages.contribute(one);
    await storage.languages.settle({
      kept: [kept.id, v7()],
      refused: [
        { id: refused.id, why: 'damaged' },
        { id: v7(), why: 'conflict' },
      ],
    });
    expect(await states()).toEqual(['kept', 'refused: damaged', 'waiting']);
    await storage.languages.settle({ kept: [], refused: [{ id: kept.id, why: 'conflict' }] });
    expect(await states()).toEqual(['kept', 'refused: damaged', 'waiting']);
  });

  it('that the office keeps after all are not called refused any more', async () => {
    const made = voice('a');
    await storage.languages.contribute(made);
    await storage.languages.settle({ kept: [], refused: [{ id: made.id, why: 'unknown-contributor' }] });
    await storage.languages.settle({ kept: [made.id], refused: [] });
    expect(await states()).toEqual(['kept']);
  });

  it('give back what the office does not have, with its sound where nothing else has the same', async () => {
    const [alone, twin, other] = [voice('a'), voice('b'), voice('b')];
    await storage.languages.contribute(alone, soundOf('a'));
    await storage.languages.contribute(twin, soundOf('b'));
    await storage.languages.contribute(other, soundOf('b'));
    await storage.languages.takeBack(alone.id);
    await storage.languages.takeBack(twin.id);
    await storage.languages.takeBack(v7());
    expect(await storage.languages.listContributions()).toEqual([other]);
    expect(await storage.languages.listSounds()).toEqual([digestOf('b')]);
    await storage.languages.settle({ kept: [other.id], refused: [] });
    await storage.languages.takeBack(other.id);
    expect(await states()).toEqual(['kept']);
    expect(await storage.languages.findSound(digestOf('b'))).toEqual(soundOf('b'));
  });

  it('forget sound that nothing names, never that of a pack or of one’s own', async () => {
    await storage.languages.contribute(voice('a'), soundOf('a'));
    await storage.languages.putSounds([soundOf('b'), soundOf('c'), soundOf('d')]);
    expect(await storage.languages.forgetSounds(new Set([digestOf('b')]))).toBe(2);
    expect([...(await storage.languages.listSounds())].sort()).toEqual([digestOf('a'), digestOf('b')]);
    expect(await storage.languages.forgetSounds(new Set())).toBe(1);
    expect(await storage.languages.listSounds()).toEqual([digestOf('a')]);
  });

  it('put a newer pack in the place of an older, and never the other way round', async () => {
    const pack = { language: 'mtq', version: 2, digest: digestOf('p'), json: '{"made":"up"}' };
    await storage.languages.putPack(pack);
    await storage.languages.putPack({ ...pack, version: 1, json: '{}' });
    expect(await storage.languages.listPacks()).toMatchObject([pack]);
    await storage.languages.putPack({ ...pack, version: 3, json: '{"made":"later"}' });
    await storage.languages.putPack({ ...pack, language: 'tyr', version: 1 });
    const packs = await storage.languages.listPacks();
    expect(packs.map(({ language, version }) => `${language} ${version}`).sort()).toEqual(['mtq 3', 'tyr 1']);
  });

  it('show who lends a voice to the vault that wrote it down, and to no other', async () => {
    const vault = await sampleVault();
    const colleague = await sampleVault();
    const sameName = await sampleVault(vault.staffId);
    await storage.languages.putContributor(vault, 'one', '{"name":"Hà Thị Mẫu"}');
    expect(await storage.languages.listContributors(vault)).toEqual([
      { id: 'one', words: '{"name":"Hà Thị Mẫu"}' },
    ]);
    expect(await storage.languages.listContributors(colleague)).toEqual([]);
    expect(await storage.languages.listContributors(sameName)).toEqual([]);
  });

  it('lose who lent a voice with a forgotten PIN, and nothing that was lent', async () => {
    const vault = await sampleVault();
    const colleague = await sampleVault();
    const made = voice('a');
    await storage.languages.putContributor(vault, 'one', '{}');
    await storage.languages.putContributor(colleague, 'two', '{}');
    await storage.languages.contribute({ ...made, staffId: vault.staffId }, soundOf('a'));
    await storage.startAnew({
      staffId: vault.staffId,
      displayName: '',
      login: '',
      salt: new Uint8Array(16),
      cost: { memory: 64, passes: 1 },
      wrappedKeys: new Uint8Array(40),
      signingPublicKey: new Uint8Array(65),
      signerKeyId: 'AAAAAAAAAAA',
    });
    expect(await storage.languages.listContributors(vault)).toEqual([]);
    expect(await storage.languages.listContributors(colleague)).toHaveLength(1);
    expect(await states()).toEqual(['waiting']);
    expect(await storage.languages.listSounds()).toEqual([digestOf('a')]);
  });

  it('that find no space say so, and leave neither sound without work nor work without sound', async () => {
    const made = voice('a');
    await disk.whileFull(async () => {
      await expect(storage.languages.contribute(made, soundOf('a'))).rejects.toThrow(NoSpaceLeft);
      await expect(storage.languages.putSounds([soundOf('b'), soundOf('c')])).rejects.toThrow(NoSpaceLeft);
    });
    expect(storage.isFull()).toBe(true);
    expect(await storage.languages.listContributions()).toEqual([]);
    expect(await storage.languages.listSounds()).toEqual([]);
    await storage.languages.contribute(made, soundOf('a'));
    expect(await storage.languages.listSounds()).toEqual([digestOf('a')]);
  });
});
