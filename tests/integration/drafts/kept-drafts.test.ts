import * as fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askForKept,
  giveDraft,
  takeBack,
} from '../../../src/client/features/field/common/kept/ask-drafts.ts';
import type { Draft } from '../../../src/client/storage/model.ts';
import { sealDraftBackup, signDraftEnded } from '../../../src/contract/draft-backup/seal.ts';
import { sealEnvelope } from '../../../src/contract/envelope/seal.ts';
import { generateKeyPair, importPublicKey } from '../../../src/contract/keys.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { takeInDraftBackup } from '../../../src/server/commands/draft-backups.ts';
import { saveSettings } from '../../../src/server/commands/save-settings.ts';
import { sampleBirth } from '../../../src/server/demo/sample-submission.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { getOfficeSettings } from '../../../src/server/storage/settings.ts';
import { sampleDraft, sampleEntry } from '../../support/seal/samples.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { type FieldTablet, fieldTablet } from '../../support/tablet/field-tablet.ts';
import { addColleague, OTHER_COMMUNE, signedIn } from '../office/desk.ts';

let server: TestApp;
beforeAll(async () => {
  server = await buildTestApp();
});
afterAll(() => server.close());

const fieldWorker = (name: string, commune?: string) =>
  addColleague(server.deps, { roles: ['field'], name, ...(commune && { commune }), withoutPassword: true });
const rowsOf = (id: string) =>
  server.deps.db.selectFrom('draft_backups').selectAll().where('id', '=', id).execute();
const auditOf = (id: string, action: string) =>
  server.deps.db
    .selectFrom('audit')
    .selectAll()
    .where('subject', '=', id)
    .where('action', '=', action)
    .execute();

async function listed(tablet: FieldTablet) {
  const asked = await askForKept(tablet.ports);
  if (asked.kind !== 'answered') throw new Error(asked.kind);
  return asked.answer;
}

/** Finishes a draft on a tablet, as a complete birth registration under its id. */
async function finish(tablet: FieldTablet, draft: Draft, childName: string) {
  const { vault, records } = tablet.session;
  const device = await tablet.storage.findDevice();
  const recipient = device && (await importPublicKey(device.sealingKey.publicKey, 'sealing'));
  if (device === undefined || recipient === undefined) throw new Error('not enrolled');
  let latest = draft;
  const take = async (document: string, mediaType: 'image/png' | 'image/jpeg') => {
    const bytes = crypto.getRandomValues(new Uint8Array(300));
    const added = await records.addAttachment(latest, sampleEntry(latest), { document, bytes, mediaType });
    if (added.kind !== 'added') throw new Error(added.kind);
    latest = added.draft;
    const { ciphertextSize: _size, addedAt: _at, ...sealed } = added.attachment;
    return { sealed, ciphertext: new Uint8Array() };
  };
  const signature = await take('signature', 'image/png');
  const submission = {
    ...sampleBirth({
      tablet: {
        assistedBy: { staffId: vault.staffId, deviceId: tablet.deviceId, commune: device.commune.code },
      },
      finishedAt: new Date('2026-11-22T03:00:00Z'),
      signature,
      photos: [await take('birthProof', 'image/jpeg')],
      childName,
      motherName: 'Bùi Thị Mậu',
      fatherName: 'Hà Văn Y',
      village: 'bản Đôn',
    }),
    id: draft.id,
  };
  const sealed = await sealEnvelope({
    submission,
    recipient,
    signer: vault.signingKey,
    contractVersion: CONTRACT_VERSION,
  });
  const entry = { ...sampleEntry(latest), state: 'finished' as const };
  return await records.finish(latest, sealed, { submission, title: childName }, entry);
}

describe('a draft on a lost tablet', () => {
  it('is back on a new tablet of the same person, and who took it where is on record', async () => {
    const staff = await fieldWorker('Hà Thị Tập');
    const lost = await fieldTablet(server, staff.id, { deviceName: 'Máy mất' });
    const draft = await lost.save(sampleDraft());
    await lost.keep();
    const [row] = await rowsOf(draft.id);
    expect(row).toMatchObject({
      staff_id: staff.id,
      device_id: lost.deviceId,
      procedure_id: 'birth-registration',
    });
    expect(row?.sealed?.toString('latin1')).not.toContain('child.name');
    expect(await lost.storage.backups.list()).toMatchObject([{ id: draft.id, state: 'kept' }]);

    const fresh = await fieldTablet(server, staff.id, { deviceName: 'Máy mới' });
    const list = await listed(fresh);
    expect(list.keeps).toBe(true);
    expect(list.drafts).toMatchObject([{ id: draft.id, tablet: { name: 'Máy mất' }, handedOver: null }]);
    expect(list.tablets).toMatchObject([{ name: 'Máy mất' }]);
    const outcome = await takeBack(fresh.ports, [draft.id]);
    expect(outcome).toEqual({ kind: 'done', taken: 1, lostPhotos: 0, here: 0, withColleague: 0, missing: 0 });
    expect(await fresh.session.records.findDraft(draft.id)).toEqual(draft);
    expect(fresh.session.records.listEntries()).toMatchObject([{ id: draft.id, title: 'Lò Thị Mẫu' }]);
    const [record] = await auditOf(draft.id, 'draft-restored');
    expect(record).toMatchObject({
      staff_id: staff.id,
      device_id: fresh.deviceId,
      detail: { fromDevice: lost.deviceId, fromStaff: staff.id, updatedAt: draft.updatedAt },
    });
    expect(await verifyAuditChain(server.deps.db)).toMatchObject({ kind: 'intact' });

    // Asked again, nothing is written over; and from here on this tablet's state is the one that is kept.
    const more = await fresh.save({ ...draft, answers: { 'child.name': 'Lò Thị Hai' } });
    expect(await takeBack(fresh.ports, [draft.id])).toMatchObject({ taken: 0, here: 1 });
    expect(await fresh.session.records.findDraft(draft.id)).toEqual(more);
    await fresh.keep();
    const third = await fieldTablet(server, staff.id);
    await takeBack(third.ports, [draft.id]);
    expect((await third.session.records.findDraft(draft.id))?.answers).toEqual(more.answers);
  });

  it('comes without its photos and without the answers that were only photos', async () => {
    const staff = await fieldWorker('Hà Thị Ảnh');
    const lost = await fieldTablet(server, staff.id);
    const draft = await lost.save(sampleDraft());
    const photo = {
      document: 'birthProof',
      bytes: new Uint8Array(50).fill(7),
      mediaType: 'image/jpeg' as const,
    };
    const added = await lost.session.records.addAttachment(draft, sampleEntry(draft), photo);
    if (added.kind !== 'added') throw new Error(added.kind);
    const { id } = added.attachment;
    await lost.save({
      ...added.draft,
      answers: {
        ...draft.answers,
        'document.birthProof': { attachments: [id], paper: 'photographed' },
        'signature.person': { method: 'signature', attachment: id, at: '2026-11-22T01:00:00Z' },
      },
    });
    await lost.keep();
    const fresh = await fieldTablet(server, staff.id);
    expect(await takeBack(fresh.ports, [draft.id])).toMatchObject({ taken: 1, lostPhotos: 1 });
    const back = await fresh.session.records.findDraft(draft.id);
    expect(back?.attachments).toEqual([]);
    expect(back?.answers).toEqual(draft.answers);
  });

  it('is nobody else’s: neither a colleague nor a proof by another key gets it', async () => {
    const staff = await fieldWorker('Hà Thị Riêng');
    const tablet = await fieldTablet(server, staff.id);
    const draft = await tablet.save(sampleDraft());
    await tablet.keep();
    const colleague = await fieldTablet(server, (await fieldWorker('Lò Văn Khác')).id);
    expect((await listed(colleague)).drafts).toEqual([]);
    expect(await takeBack(colleague.ports, [draft.id])).toMatchObject({ taken: 0, missing: 1 });
    const { vault, records } = colleague.session;
    const pretending = {
      ...colleague.ports,
      session: { records, vault: { ...vault, staffId: staff.id } },
    };
    expect(await takeBack(pretending, [draft.id])).toEqual({ kind: 'refused' });
    const otherKey = {
      ...vault,
      signingKey: { ...(await generateKeyPair('signing')), id: vault.signingKey.id },
    };
    expect(await askForKept({ ...colleague.ports, session: { records, vault: otherKey } })).toEqual({
      kind: 'refused',
      error: 'unauthorized',
    });
    expect(await auditOf(draft.id, 'draft-restored')).toEqual([]);
  });

  it('discarded is forgotten, and an older state does not bring it back', async () => {
    const staff = await fieldWorker('Hà Thị Bỏ');
    const tablet = await fieldTablet(server, staff.id);
    const draft = await tablet.save(sampleDraft());
    await tablet.keep();
    await tablet.session.records.discardDraft(draft.id);
    await tablet.keep();
    expect(await rowsOf(draft.id)).toMatchObject([{ sealed: null }]);
    expect(await tablet.storage.backups.list()).toEqual([]);
    expect((await listed(await fieldTablet(server, staff.id))).drafts).toEqual([]);
    expect(await auditOf(draft.id, 'draft-ended')).toHaveLength(1);
  });

  it('finished on both tablets gives one dossier, and the second is shown as a conflict', async () => {
    const staff = await fieldWorker('Hà Thị Đôi');
    const old = await fieldTablet(server, staff.id);
    const draft = await old.save(sampleDraft());
    await old.keep();
    const fresh = await fieldTablet(server, staff.id);
    await takeBack(fresh.ports, [draft.id]);
    const back = await fresh.session.records.findDraft(draft.id);
    if (back === undefined) throw new Error('not taken back');
    expect(await finish(fresh, back, 'Trên máy mới')).toEqual({ kind: 'queued' });
    await fresh.keep();
    expect(await fresh.storage.outbox.counts()).toMatchObject({ received: 1, attention: 0 });
    // Nothing of it is kept any more, and what the old tablet still gives is not kept again.
    expect((await rowsOf(draft.id)).every(({ sealed }) => sealed === null)).toBe(true);
    await old.save({ ...draft, answers: { 'child.name': 'Vẫn làm' } });
    await old.keep();
    expect((await rowsOf(draft.id)).every(({ sealed }) => sealed === null)).toBe(true);

    const still = await old.session.records.findDraft(draft.id);
    if (still === undefined) throw new Error('gone');
    await finish(old, still, 'Trên máy cũ');
    await old.keep();
    const [row] = await old.storage.outbox.listEnvelopes();
    expect(row).toMatchObject({ id: draft.id, state: 'attention', attention: 'id-conflict' });
    const dossiers = await server.deps.db
      .selectFrom('dossiers')
      .select('subject_name')
      .where('id', '=', draft.id)
      .execute();
    expect(dossiers).toEqual([{ subject_name: 'Trên máy mới' }]);
  });
});

describe('what the office takes in', () => {
  it('is always the newest state, in whatever order and however often states come', async () => {
    const staff = await fieldWorker('Hà Thị Trật Tự');
    const tablet = await fieldTablet(server, staff.id);
    const { vault } = tablet.session;
    const recipient = server.deps.keys.sealing.current;
    const order = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(order, async (moments) => {
        const id = v7();
        for (const moment of moments) {
          const updatedAt = new Date(Date.UTC(2026, 10, 22) + moment).toISOString();
          const draft = { id, updatedAt, staffId: vault.staffId, procedureId: 'p', content: String(moment) };
          const sealed = await sealDraftBackup(draft, { recipient, signer: vault.signingKey });
          if (sealed.kind !== 'sealed') throw new Error(sealed.kind);
          const arrival = { id, updatedAt, bytes: sealed.bytes, deviceId: tablet.deviceId };
          expect(await takeInDraftBackup(server.deps, arrival)).toEqual({ kind: 'kept' });
        }
        const [row] = await rowsOf(id);
        expect(row?.updated_at.getTime()).toBe(Date.UTC(2026, 10, 22) + Math.max(...moments));
      }),
      { numRuns: 25 },
    );
  });

  it('is what the staff member signed, under its own id and moment, and nothing else', async () => {
    const staff = await fieldWorker('Hà Thị Ký');
    const tablet = await fieldTablet(server, staff.id);
    const other = await fieldTablet(server, (await fieldWorker('Lò Văn Lạ')).id);
    const recipient = server.deps.keys.sealing.current;
    const id = v7();
    const updatedAt = '2026-11-22T01:00:00.000Z';
    const sealedBy = async (signer: FieldTablet, staffId = signer.session.vault.staffId, at = updatedAt) => {
      const draft = { id, updatedAt: at, staffId, procedureId: 'p', content: 'x' };
      const sealed = await sealDraftBackup(draft, { recipient, signer: signer.session.vault.signingKey });
      if (sealed.kind !== 'sealed') throw new Error(sealed.kind);
      return sealed.bytes;
    };
    const takeIn = (bytes: Uint8Array<ArrayBuffer>, named = { id, updatedAt }) =>
      takeInDraftBackup(server.deps, { ...named, bytes, deviceId: tablet.deviceId });
    const good = await sealedBy(tablet);
    const damaged = good.slice();
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    expect(await takeIn(damaged)).toMatchObject({ reason: 'signature-invalid' });
    expect(await takeIn(good.slice(0, 90))).toMatchObject({ reason: 'unreadable' });
    expect(await takeIn(good, { id: v7(), updatedAt })).toMatchObject({ reason: 'header-differs' });
    expect(await takeIn(good, { id, updatedAt: '2027-01-01T00:00:00.000Z' })).toMatchObject({
      reason: 'header-differs',
    });
    expect(await takeIn(await sealedBy(other, staff.id))).toMatchObject({ reason: 'signer-unknown' });
    expect(await rowsOf(id)).toEqual([]);
    expect(await takeIn(good)).toEqual({ kind: 'kept' });
    // Somebody else's draft under the same id, and the news of its end by somebody else, change nothing.
    const later = '2026-11-23T01:00:00.000Z';
    const foreign = await sealedBy(other, other.session.vault.staffId, later);
    expect(await takeIn(foreign, { id, updatedAt: later })).toMatchObject({ reason: 'not-the-holder' });
    const ended = await signDraftEnded(
      { id, updatedAt: later, staffId: other.session.vault.staffId },
      other.session.vault.signingKey,
    );
    expect(await takeIn(ended, { id, updatedAt: later })).toMatchObject({ reason: 'not-the-holder' });
    expect(await rowsOf(id)).toMatchObject([{ staff_id: staff.id, ended_at: null }]);
  });
});

describe('handing a draft over', () => {
  it('from the tablet: needs the present state, tells both, and the colleague goes on', async () => {
    const giver = await fieldWorker('Hà Thị Giao');
    const taker = await fieldWorker('Lò Thị Nhận');
    const theirs = await fieldTablet(server, giver.id, { deviceName: 'Máy giao' });
    const colleague = await fieldTablet(server, taker.id);
    const draft = await theirs.save(sampleDraft());
    expect(await giveDraft(theirs.ports, draft, taker.id)).toBe('conflict');
    await theirs.keep();
    const newer = await theirs.save({ ...draft, answers: { 'child.name': 'Lò Văn Mới' } });
    expect(await giveDraft(theirs.ports, newer, taker.id)).toBe('conflict');
    await theirs.keep();
    expect((await listed(theirs)).colleagues.map(({ displayName }) => displayName)).toContain('Lò Thị Nhận');
    expect(await giveDraft(theirs.ports, newer, giver.id)).toBe('refused');
    const far = await fieldWorker('Người xã khác', OTHER_COMMUNE);
    expect(await giveDraft(theirs.ports, newer, far.id)).toBe('refused');
    expect(await giveDraft(theirs.ports, newer, taker.id)).toBe('given');
    // The answer was lost: the same again, and nothing more.
    expect(await giveDraft(theirs.ports, newer, taker.id)).toBe('given');
    expect(await auditOf(draft.id, 'draft-handed-over')).toMatchObject([
      { staff_id: giver.id, device_id: theirs.deviceId, detail: { from: giver.id, to: taker.id } },
    ]);

    await colleague.keep();
    await theirs.keep();
    for (const tablet of [colleague, theirs])
      expect(await tablet.storage.outbox.listOfficeNews()).toMatchObject([
        { kind: 'draft-offered', draftId: draft.id, fromStaffId: giver.id, toStaffId: taker.id },
      ]);
    expect((await listed(colleague)).drafts).toMatchObject([
      { id: draft.id, handedOver: { fromName: 'Hà Thị Giao', byName: 'Hà Thị Giao' } },
    ]);
    expect((await listed(theirs)).drafts).toEqual([]);
    expect((await listed(theirs)).givenAway).toMatchObject([{ id: draft.id, toName: 'Lò Thị Nhận' }]);
    expect(await takeBack(colleague.ports, [draft.id])).toMatchObject({ taken: 1 });
    expect(await colleague.session.records.findDraft(draft.id)).toEqual(newer);
    // The giver's copy is untouched, and what the giver does with it does not reach the colleague.
    expect(await theirs.session.records.findDraft(draft.id)).toEqual(newer);
    await theirs.session.records.discardDraft(draft.id);
    await theirs.keep();
    await colleague.keep();
    expect((await listed(colleague)).drafts).toMatchObject([{ id: draft.id }]);
    expect(await giveDraft(colleague.ports, newer, giver.id)).toBe('given');
  });

  it('in the office: the supervisor of the commune alone, and never over what has changed meanwhile', async () => {
    const ill = await fieldWorker('Hà Thị Ốm');
    const healthy = await fieldWorker('Lò Thị Khỏe');
    const supervisor = await addColleague(server.deps, { roles: ['supervisor'], name: 'Phụ trách' });
    const tablet = await fieldTablet(server, ill.id, { deviceName: 'Máy của người ốm' });
    const draft = await tablet.save(sampleDraft());
    await tablet.keep();
    const path = `/api/office/drafts/${draft.id}/hand-over`;
    const body = { fromStaffId: ill.id, toStaffId: healthy.id };
    for (const roles of [['officer'], ['administrator'], ['specialist']] as const) {
      const other = await signedIn(server.app, await addColleague(server.deps, { roles: [...roles] }));
      expect((await other.call('GET', '/api/office/drafts')).status).toBe(403);
      expect((await other.call('POST', path, body)).status).toBe(403);
    }
    const away = await addColleague(server.deps, { roles: ['supervisor'], commune: OTHER_COMMUNE });
    const elsewhere = await signedIn(server.app, away);
    expect((await elsewhere.call('GET', '/api/office/drafts')).body).toMatchObject({ drafts: [] });
    expect((await elsewhere.call('POST', path, body)).status).toBe(403);

    const desk = await signedIn(server.app, supervisor);
    const list = await desk.call('GET', '/api/office/drafts');
    expect(JSON.stringify(list.body)).not.toContain('Mẫu');
    expect(list.body).toMatchObject({ keeps: true });
    expect(Reflect.get(Object(list.body), 'drafts')).toContainEqual(
      expect.objectContaining({
        id: draft.id,
        holder: { id: ill.id, displayName: 'Hà Thị Ốm' },
        tabletName: 'Máy của người ốm',
        allowed: ['hand-over'],
      }),
    );
    expect((await desk.call('POST', path, { ...body, toStaffId: ill.id })).status).toBe(403);
    expect((await desk.call('POST', path, { ...body, fromStaffId: supervisor.id })).status).toBe(409);
    expect((await desk.call('POST', path, body)).status).toBe(200);
    expect((await desk.call('POST', path, body)).status).toBe(200);
    expect(await auditOf(draft.id, 'draft-handed-over')).toMatchObject([
      { staff_id: supervisor.id, device_id: null, detail: { from: ill.id, to: healthy.id } },
    ]);
    const colleague = await fieldTablet(server, healthy.id);
    expect((await listed(colleague)).drafts).toMatchObject([
      { handedOver: { fromName: 'Hà Thị Ốm', byName: 'Phụ trách' } },
    ]);
    expect(await takeBack(colleague.ports, [draft.id])).toMatchObject({ taken: 1 });
  });

  it('on one tablet that both share, the draft changes hands where it is', async () => {
    const giver = await fieldWorker('Hà Thị Chung');
    const taker = await fieldWorker('Lò Thị Chung');
    const theirs = await fieldTablet(server, giver.id);
    const draft = await theirs.save(sampleDraft());
    await theirs.keep();
    expect(await giveDraft(theirs.ports, draft, taker.id)).toBe('given');
    const colleague = await fieldTablet(server, taker.id, { storage: theirs.storage });
    expect(await takeBack(colleague.ports, [draft.id])).toMatchObject({ taken: 1 });
    expect(await colleague.session.records.findDraft(draft.id)).toEqual(draft);
    await colleague.keep();
    expect(await rowsOf(draft.id)).toHaveLength(2);
  });
});

describe('a commune that keeps no drafts', () => {
  it('has none from that moment on, on record; tablets make none; and they come again when it does', async () => {
    const staff = await fieldWorker('Hà Thị Không');
    const tablet = await fieldTablet(server, staff.id);
    const draft = await tablet.save(sampleDraft());
    await tablet.keep();
    const administrator = await addColleague(server.deps, { roles: ['administrator'] });
    const by = {
      staffId: administrator.id,
      roles: ['administrator'] as const,
      commune: '14956',
      department: null,
    };
    const before = await getOfficeSettings(server.deps.db);
    const set = (backups: boolean) =>
      saveSettings(server.deps, by, { ...before, tablets: { ...before.tablets, backups } });
    await set(false);
    expect(await rowsOf(draft.id)).toEqual([]);
    const [saved] = await server.deps.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'settings-saved')
      .orderBy('seq', 'desc')
      .limit(1)
      .execute();
    expect(saved?.detail).toMatchObject({ deletedDrafts: expect.any(Number) });
    const later = await tablet.save({ ...draft, answers: {} });
    // Sealed before the tablet knew: the office does not take it, and the answer says why.
    await tablet.keep();
    expect(await rowsOf(draft.id)).toEqual([]);
    expect(await tablet.storage.backups.list()).toEqual([]);
    await tablet.keep();
    expect(await tablet.storage.backups.list()).toEqual([]);
    expect((await listed(tablet)).keeps).toBe(false);
    expect(await tablet.session.records.findDraft(draft.id)).toEqual(later);
    await set(true);
    await tablet.keep();
    await tablet.keep();
    expect(await rowsOf(draft.id)).toHaveLength(1);
  });
});
