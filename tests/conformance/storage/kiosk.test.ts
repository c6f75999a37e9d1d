import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeInVisits } from '../../../src/client/features/field/common/kiosk/take-in-visits.ts';
import { beginVisit, type Visit } from '../../../src/client/features/field/kiosk/visit.ts';
import type { Draft, Kiosk } from '../../../src/client/storage/model.ts';
import { UnreadableRecord } from '../../../src/client/storage/record-schemas.ts';
import type { Records, Storage } from '../../../src/client/storage/storage.ts';
import { makeKioskKeys } from '../../../src/client/vault/kiosk-keys.ts';
import type { OpenVault } from '../../../src/client/vault/model.ts';
import { sampleDraft, sampleEntry, sampleVault } from '../../support/seal/samples.ts';
import { ADAPTERS, type Disk } from './adapters.ts';

const TODAY = '2026-11-28';
const PHOTO = {
  document: 'birth-certificate',
  bytes: new Uint8Array([1, 2, 3, 4]),
  mediaType: 'image/jpeg' as const,
};

describe.each(ADAPTERS)('a kiosk on $name', ({ createDisk }) => {
  let disk: Disk;
  let storage: Storage;
  let vault: OpenVault;
  let records: Records;
  let clock: Date;
  const opened: Storage[] = [];
  const openTab = async () => {
    const tab = await disk.open();
    opened.push(tab);
    return tab;
  };
  const now = () => clock;

  beforeEach(async () => {
    clock = new Date('2026-11-28T03:00:00Z');
    disk = createDisk();
    storage = await openTab();
    vault = await sampleVault();
    records = await storage.openRecords(vault);
  });
  afterEach(() => {
    for (const each of opened.splice(0)) each.close();
  });

  const switchOn = async (by = vault): Promise<Kiosk> => {
    const keys = (await storage.kiosk.findKeys(by.staffId)) ?? (await makeKioskKeys(by));
    const { publicKey, sealed } = keys;
    const kiosk = { staffId: by.staffId, publicKey, since: TODAY, minutes: 3, language: 'vi' };
    await storage.kiosk.begin(kiosk, { publicKey, sealed });
    return kiosk;
  };
  const begin = (kiosk: Kiosk) => beginVisit(kiosk, { storage, now, newId: v7 });
  const say = async (visit: Visit, draft = sampleDraft()): Promise<Draft> => {
    const saved = await visit.session.find()?.records.saveDraft(draft, sampleEntry(draft));
    if (saved?.kind !== 'saved') throw new Error(saved?.kind);
    return { ...draft, updatedAt: saved.at };
  };

  it('stays on over a restart, until it is switched off', async () => {
    const kiosk = await switchOn();
    storage.close();
    storage = await openTab();
    expect(await storage.kiosk.find()).toEqual(kiosk);
    await storage.kiosk.end(TODAY);
    expect(await storage.kiosk.find()).toBeUndefined();
  });

  it('is for one person at a time: the last one who switched it on', async () => {
    await switchOn();
    const colleague = await sampleVault();
    await switchOn(colleague);
    expect((await storage.kiosk.find())?.staffId).toBe(colleague.staffId);
  });

  it('gives a visit with a draft to the staff, photo and all, marked with its number', async () => {
    const visit = await begin(await switchOn());
    const draft = await say(visit);
    const added = await visit.session.find()?.records.addAttachment(draft, sampleEntry(draft), PHOTO);
    if (added?.kind !== 'added') throw new Error(added?.kind);
    const number = await visit.end('handed-over');
    expect(number).toMatchObject({ value: 1, how: 'handed-over' });

    expect(await takeInVisits(storage, { vault, records })).toBe(1);
    const found = await records.findDraft(draft.id);
    expect(found).toMatchObject({ answers: draft.answers, kiosk: number });
    expect(records.listEntries()).toMatchObject([{ id: draft.id, kiosk: number }]);
    expect(await records.readAttachment(added.attachment)).toEqual(PHOTO.bytes);
    expect(await storage.kiosk.listVisits(vault.staffId)).toEqual([]);
    expect(await takeInVisits(storage, { vault, records })).toBe(0);
    // And over a restart it is a draft like any other.
    storage.close();
    const again = await (await openTab()).openRecords(vault);
    expect(again.listEntries()).toMatchObject([{ id: draft.id, kiosk: number }]);
  });

  it('numbers from one each day, whoever left in between', async () => {
    const kiosk = await switchOn();
    const numbers: (number | undefined)[] = [];
    const come = async (how: 'handed-over' | 'left') => {
      const visit = await begin(kiosk);
      await say(visit);
      numbers.push((await visit.end(how))?.value);
    };
    await come('handed-over');
    await come('left');
    await storage.kiosk.end(TODAY);
    await switchOn();
    await come('handed-over');
    clock = new Date('2026-11-29T03:00:00Z');
    await come('left');
    expect(numbers).toEqual([1, 2, 3, 1]);
  });

  it('keeps no trace of who only looked, and gives them no number', async () => {
    const kiosk = await switchOn();
    const looked = await begin(kiosk);
    expect(await looked.end('left')).toBeUndefined();
    const began = await begin(kiosk);
    await say(began, { ...sampleDraft(), answers: {} });
    expect(await began.end('left')).toBeUndefined();
    expect((await storage.outbox.health()).drafts).toBe(0);
    expect(await storage.kiosk.listVisits(vault.staffId)).toEqual([]);
  });

  it('saves what was typed last before it forgets the person, and nobody there reads it afterwards', async () => {
    const visit = await begin(await switchOn());
    const session = visit.session.find();
    const draft = await say(visit);
    visit.session.beforeLock(async () => {
      const last = { ...draft, answers: { 'child.name': 'Hà Văn Cuối' } };
      await session?.records.saveDraft(last, sampleEntry(last));
    });
    await visit.end('left');
    expect(visit.session.find()).toBeUndefined();
    await expect(session?.records.findDraft(draft.id)).rejects.toThrow('the visit has ended');
    await takeInVisits(storage, { vault, records });
    expect((await records.findDraft(draft.id))?.answers).toEqual({ 'child.name': 'Hà Văn Cuối' });
  });

  it('neither a later visit, a colleague, nor the owner before taking over sees it', async () => {
    const kiosk = await switchOn();
    const visit = await begin(kiosk);
    const draft = await say(visit);
    await visit.end('handed-over');
    const later = (await begin(kiosk)).session.find();
    expect(later?.records.listEntries()).toEqual([]);
    expect(await later?.records.findDraft(draft.id)).toBeUndefined();
    const colleague = await sampleVault();
    const theirs = await storage.openRecords(colleague);
    expect(await takeInVisits(storage, { vault: colleague, records: theirs })).toBe(0);
    expect(theirs.listEntries()).toEqual([]);
    expect(records.listEntries()).toEqual([]);
    // The owner's vault opens nothing under the visit's name by itself: the key is another.
    const posing = await storage.openRecords({ ...vault, staffId: visit.id });
    await expect(posing.findDraft(draft.id)).rejects.toThrow(UnreadableRecord);
  });

  it('a tablet that died in the middle keeps it as left', async () => {
    const visit = await begin(await switchOn());
    const draft = await say(visit);
    storage.close();
    storage = await openTab();
    await storage.kiosk.endOpenVisits(TODAY);
    records = await storage.openRecords(vault);
    expect(await takeInVisits(storage, { vault, records })).toBe(1);
    expect((await records.findDraft(draft.id))?.kiosk).toMatchObject({ value: 1, how: 'left' });
  });

  it('switching it off ends who is there as left; their next words are written nowhere', async () => {
    const visit = await begin(await switchOn());
    const draft = await say(visit);
    await storage.kiosk.end(TODAY);
    await takeInVisits(storage, { vault, records });
    const late = await visit.session.find()?.records.saveDraft(draft, sampleEntry(draft));
    expect(late?.kind).toBe('stale');
    expect((await records.findDraft(draft.id))?.kiosk?.how).toBe('left');
  });

  it('taking over that breaks off after the draft is gone on with, and brings it once', async () => {
    const visit = await begin(await switchOn());
    const draft = await say(visit);
    await visit.end('handed-over');
    const forgetting = { ...storage.kiosk, forgetVisit: () => Promise.reject(new Error('killed')) };
    await expect(takeInVisits({ ...storage, kiosk: forgetting }, { vault, records })).rejects.toThrow(
      'killed',
    );
    await takeInVisits(storage, { vault, records });
    expect(records.listEntries().map(({ id }) => id)).toEqual([draft.id]);
    expect((await records.findDraft(draft.id))?.answers).toEqual(draft.answers);
    expect(await storage.kiosk.listVisits(vault.staffId)).toEqual([]);
  });

  it('a new vault in the place of a forgotten PIN: what waited for the old one is counted, and goes with it', async () => {
    const visit = await begin(await switchOn());
    await say(visit);
    await visit.end('handed-over');
    expect(await storage.countDrafts(vault.staffId)).toBe(1);
    await storage.startAnew({
      staffId: vault.staffId,
      displayName: 'Cán bộ mẫu',
      login: 'mau',
      salt: new Uint8Array(16),
      cost: { memory: 64, passes: 1 },
      wrappedKeys: new Uint8Array(40),
      signingPublicKey: new Uint8Array(65),
      signerKeyId: 'AAAAAAAAAAA',
    });
    expect(await storage.countDrafts(vault.staffId)).toBe(0);
    expect((await storage.outbox.health()).drafts).toBe(0);
    expect(await storage.kiosk.find()).toBeUndefined();
  });
});
