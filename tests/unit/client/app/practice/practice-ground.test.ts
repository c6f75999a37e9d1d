import 'fake-indexeddb/auto';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { openGround, type PracticeGround } from '../../../../../src/client/app/practice/open-ground.ts';
import { describeDraft } from '../../../../../src/client/features/field/common/describe-draft.ts';
import { finishDraft } from '../../../../../src/client/features/field/interview/finish-draft.ts';
import { scribble } from '../../../../../src/client/features/field/practice/scribble.ts';
import { openDexieStorage } from '../../../../../src/client/storage/dexie-storage.ts';
import { openDexieTables } from '../../../../../src/client/storage/dexie-tables.ts';
import type { Storage } from '../../../../../src/client/storage/storage.ts';
import { TABLE_NAMES } from '../../../../../src/client/storage/tables.ts';
import type { OpenVault } from '../../../../../src/client/vault/model.ts';
import { parseProvisionalReference } from '../../../../../src/domain/dossier/provisional-reference.ts';
import { evaluate } from '../../../../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../../../../src/procedures/catalogue.ts';
import { sampleDraft, sampleEntry, sampleVault } from '../../../../support/seal/samples.ts';

const NOW = () => new Date('2026-11-28T03:00:00Z');
const commune = { code: '14956', name: 'Xã Pù Luông' };

let name: string;
let real: Storage;
let vault: OpenVault;
let ground: PracticeGround;
/** Each opening of a database of this browser since practice began. */
let opened: MockInstance<typeof indexedDB.open>;
const fetched = vi.fn(() => {
  throw new Error('the practice ground asked the network');
});

beforeEach(async () => {
  vi.stubGlobal('fetch', fetched);
  fetched.mockClear();
  name = `real-${uuidv7()}`;
  real = await openDexieStorage(name);
  vault = await sampleVault();
  const draft = sampleDraft();
  await (await real.openRecords(vault)).saveDraft(draft, sampleEntry(draft));
  opened = vi.spyOn(indexedDB, 'open');
  ground = await open();
});
afterEach(() => {
  ground.close();
  real.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const open = () =>
  openGround({
    staffName: 'Lò Văn Bình (tập thử)',
    deviceName: 'Máy 03',
    commune,
    appVersion: '0',
    voices: real.languages,
    now: NOW,
    onBug: (error) => {
      throw error;
    },
  });

const session = () => {
  const found = ground.services.session.find();
  if (found === undefined) throw new Error('the practice ground is locked');
  return found;
};

/** Every row of every table of the real storage, byte for byte. */
async function realTables(): Promise<string> {
  const tables = await openDexieTables(name);
  const rows = await tables.read(async (transaction) => {
    const found: [string, readonly unknown[]][] = [];
    for (const table of TABLE_NAMES) found.push([table, await transaction.all(table)]);
    return found;
  });
  tables.close();
  return JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? [...value] : value));
}

/** The learner reads the grandchild's birth back, signs and finishes it, and presses everything that sends. */
async function finishBirth(): Promise<string> {
  const { records, vault: practising } = session();
  const { storage, sync } = ground.services;
  const definition = getCurrentProcedure('birth-registration');
  const line = records.listEntries().find((entry) => entry.procedureId === definition.id);
  const draft = line && (await records.findDraft(line.id));
  const device = await storage.findDevice();
  if (draft === undefined || device === undefined) throw new Error('no birth to finish');
  const entry = describeDraft(
    draft,
    definition,
    evaluate(definition, draft.answers, { today: '2026-11-28' }),
  );
  const photo = { document: 'signature', bytes: scribble(), mediaType: 'image/png' } as const;
  const added = await records.addAttachment(draft, entry, photo);
  if (added.kind !== 'added') throw new Error(added.kind);
  const signature = {
    method: 'signature',
    attachment: added.attachment.id,
    at: NOW().toISOString(),
  } as const;
  const signed = { ...added.draft, answers: { ...draft.answers, 'signature.requester': signature } };
  const outcome = await finishDraft(signed, definition, {
    records,
    vault: practising,
    device,
    now: NOW,
    newId: uuidv7,
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    hashText: async () => 'A'.repeat(43),
    textVersion: '1',
  });
  expect(outcome.kind).toBe('queued');
  for (const why of ['finished', 'user', 'online', 'visible', 'start'] as const) sync.wake(why);
  sync.setPaused(false);
  return draft.id;
}

describe('the practice ground', () => {
  it('has a family of which everybody is labelled: one received, two to go on with', async () => {
    const { records } = session();
    const entries = records.listEntries();
    expect(entries.map(({ title, state }) => [title, state]).sort()).toEqual([
      ['Hà Thị Tập Thử', 'finished'],
      ['Vi Tập Thử', 'draft'],
      ['Vi Văn Tập Thử', 'draft'],
    ]);
    expect(await ground.services.storage.outbox.counts()).toMatchObject({ waiting: 0, received: 1 });
    const birth = entries.find(({ title }) => title === 'Vi Tập Thử');
    const draft = await records.findDraft(birth?.id ?? '');
    const answers = Object.entries(draft?.answers ?? {});
    const names = answers.filter(([question]) => /\.name$|[a-z]Name$/.test(question)).map(([, said]) => said);
    expect(names.length).toBeGreaterThan(2);
    for (const one of names) expect(one).toMatch(/Tập Thử$/);
  });

  it('writes references that nobody can take for real ones', async () => {
    const id = await finishBirth();
    const { records } = session();
    const listed = records.listEntries().filter(({ state }) => state === 'finished');
    expect(listed).toHaveLength(2);
    const shown = [
      ...listed.map((entry) => entry.provisionalReference ?? ''),
      (await records.findSummary(id))?.submission.provisionalReference ?? '',
    ];
    for (const reference of shown) {
      expect(reference).toMatch(/^TAP-THU-/);
      expect(parseProvisionalReference(reference)).toEqual({ kind: 'not-a-reference' });
    }
  });

  it('lets nothing of a finished dossier reach the real storage or the network', async () => {
    const before = await realTables();
    await finishBirth();
    expect((await ground.services.storage.outbox.counts()).waiting).toBe(1);
    ground.close();
    expect(await realTables()).toBe(before);
    // The two looks of this test itself.
    expect(opened.mock.calls.map(([database]) => database)).toEqual([name, name]);
    expect(fetched).not.toHaveBeenCalled();
    expect(await real.outbox.listEnvelopes()).toEqual([]);
    expect((await real.openRecords(vault)).listEntries()).toHaveLength(1);
  });

  it('hears the languages of the tablet, and writes none', async () => {
    const pack = { language: 'blt', version: 1, digest: 'A'.repeat(43), json: '{}' };
    await real.languages.putPack(pack);
    const { languages } = ground.services.storage;
    expect(await languages.listPacks()).toMatchObject([pack]);
    const before = await realTables();
    await languages.putPack({ ...pack, version: 2 });
    await languages.putSounds([
      { digest: 'B'.repeat(43), bytes: new Uint8Array(3), mediaType: 'audio/webm' },
    ]);
    expect(await realTables()).toBe(before);
    expect(await languages.listSounds()).toEqual([]);
  });

  it('does not open for the real vault, nor the real storage for its own', async () => {
    const there = await ground.services.storage.openRecords(vault);
    expect(there.listEntries()).toEqual([]);
    const here = await real.openRecords(session().vault);
    expect(here.listEntries()).toEqual([]);
  });

  it('forgets: another one knows nothing of the first, and what was closed opens no more', async () => {
    const id = await finishBirth();
    const first = session();
    ground.close();
    const sealed = () => first.vault.seal(new Uint8Array(1), 'x').catch(String);
    await expect.poll(sealed).toMatch('closed');
    await expect(first.records.findSummary(id)).rejects.toThrow();
    ground = await open();
    expect(session().vault.staffId).not.toBe(first.vault.staffId);
    expect(
      session()
        .records.listEntries()
        .map((entry) => entry.id),
    ).not.toContain(id);
    expect(await session().records.findSummary(id)).toBeUndefined();
  });
});
