import { beforeEach, describe, expect, it } from 'vitest';
import { keepVoice } from '../../../../../../src/client/features/field/workshop/keep-voice.ts';
import { keepSpeaker, listSpeakers } from '../../../../../../src/client/features/field/workshop/speakers.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import { createMemoryDisk, type MemoryDisk } from '../../../../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import { NoSpaceLeft } from '../../../../../../src/client/storage/watch-space.ts';
import type { OpenVault } from '../../../../../../src/client/vault/model.ts';
import { openContributor } from '../../../../../../src/contract/contributor.ts';
import { exportPublicKey, generateKeyPair } from '../../../../../../src/contract/keys.ts';
import { MAX_VOICE_BYTES } from '../../../../../../src/contract/language-pack.ts';
import { sampleVault } from '../../../../../support/seal/samples.ts';
import { idOf } from '../../../../../support/sync/tablet.ts';

let disk: MemoryDisk;
let storage: Storage;
let vault: OpenVault;

beforeEach(async () => {
  disk = createMemoryDisk();
  storage = createMemoryStorage(disk);
  vault = await sampleVault();
});

const AT = '2026-11-28T10:00:00.000Z';
const toKeep = (number: number, contributorId = idOf(1)) => ({
  id: idOf(number),
  staffId: vault.staffId,
  contributorId,
  at: AT,
  language: 'mtq-Latn-VN',
  phrase: 'interview:go.next',
  of: 'Tiếp theo',
});
const voice = (letter: number, bytes = 900) => ({
  bytes: new Uint8Array(bytes).fill(letter),
  mediaType: 'audio/webm' as const,
  seconds: 1.234_567,
});
const keep = (number: number, letter: number, speaker?: string) =>
  keepVoice(storage.languages, toKeep(number, speaker), voice(letter));
const kept = async () => (await storage.languages.listContributions()).map(({ id }) => id);

describe('a voice', () => {
  it('is kept with its sound, and waits for the office', async () => {
    expect(await keep(10, 1)).toBe('kept');
    const [made] = await storage.languages.listContributions();
    if (made?.kind !== 'voice') throw new Error('nothing was kept');
    expect(made).toMatchObject({ ...toKeep(10), state: 'waiting', seconds: 1.23 });
    expect((await storage.languages.findSound(made.digest))?.bytes).toEqual(voice(1).bytes);
  });

  it('takes the place of the same speaker’s earlier try, and of nobody else’s', async () => {
    await keep(10, 1);
    await keep(11, 2, idOf(2));
    await keep(12, 3);
    expect(await kept()).toEqual([idOf(11), idOf(12)]);
    expect(await storage.languages.listSounds()).toHaveLength(2);
  });

  it('leaves what the office has already where it is', async () => {
    await keep(10, 1);
    await storage.languages.settle({ kept: [idOf(10)], refused: [] });
    await keep(11, 2);
    expect(await kept()).toEqual([idOf(10), idOf(11)]);
  });

  it('said twice alike stays heard', async () => {
    await keep(10, 1);
    await keep(11, 1);
    expect(await kept()).toEqual([idOf(11)]);
    expect(await storage.languages.listSounds()).toHaveLength(1);
  });

  it('is not kept where it is too long or there is no space, and the earlier try stays', async () => {
    await keep(10, 1);
    const long = voice(2, MAX_VOICE_BYTES + 1);
    expect(await keepVoice(storage.languages, toKeep(11), long)).toBe('too-long');
    disk.isFull = true;
    expect(await keep(12, 3)).toBe('no-space');
    disk.isFull = false;
    expect(await kept()).toEqual([idOf(10)]);
  });
});

describe('who lends a voice', () => {
  const speaker = (number: number, name: string) => ({
    id: idOf(number),
    name,
    village: 'Bản Poọng',
    variety: '',
    consent: { textHash: 'h'.repeat(43), language: 'vi', givenAt: AT, mayBeNamed: false },
  });

  it('is readable to the staff member who wrote it down and to the office, and to nothing else on the tablet', async () => {
    const office = await generateKeyPair('sealing');
    const sealingKey = { id: office.id, publicKey: await exportPublicKey(office.publicKey) };
    await keepSpeaker(storage.languages, vault, { sealingKey }, speaker(2, 'Vi Thị Mẫu'));
    await keepSpeaker(storage.languages, vault, { sealingKey }, speaker(1, 'Hà Thị Mẫu'));
    expect((await listSpeakers(storage.languages, vault)).map(({ name }) => name)).toEqual([
      'Hà Thị Mẫu',
      'Vi Thị Mẫu',
    ]);
    expect(await listSpeakers(storage.languages, await sampleVault())).toEqual([]);
    const [first] = await storage.languages.listContributions();
    if (first?.kind !== 'contributor') throw new Error('nobody waits for the office');
    expect(JSON.stringify(await storage.languages.listContributions())).not.toContain('Mẫu');
    expect(await openContributor(first.sealed, first.id, office)).toEqual(speaker(1, 'Hà Thị Mẫu'));
  });

  it('is not half there where the disk is full', async () => {
    const office = await generateKeyPair('sealing');
    const sealingKey = { id: office.id, publicKey: await exportPublicKey(office.publicKey) };
    disk.isFull = true;
    const keeping = keepSpeaker(storage.languages, vault, { sealingKey }, speaker(1, 'Hà Thị Mẫu'));
    await expect(keeping).rejects.toThrow(NoSpaceLeft);
    disk.isFull = false;
    expect(await listSpeakers(storage.languages, vault)).toEqual([]);
    expect(await storage.languages.listContributions()).toEqual([]);
  });
});
