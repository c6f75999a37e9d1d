import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askOffice } from '../../../src/client/sync/ask-office.ts';
import type { Change } from '../../../src/contract/down/change.ts';
import { fetchProcedures } from '../../../src/contract/operations/procedures.ts';
import { unpackPackage } from '../../../src/contract/procedure-package.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { announceCatalogue } from '../../../src/server/commands/announce-catalogue.ts';
import { publishProcedure } from '../../../src/server/commands/publish-procedure.ts';
import { uploadProcedure } from '../../../src/server/commands/upload-procedure.ts';
import { withdrawProcedure } from '../../../src/server/commands/withdraw-procedure.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { createProcedures } from '../../../src/server/procedures.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import { fieldTablet } from '../../support/tablet/field-tablet.ts';
import { addColleague, signedIn } from '../office/desk.ts';
import { expanded, makeWell } from './made-up.ts';

let server: TestApp;
let tablet: HeadlessTablet;
let by: Actor;
beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
  const administrator = await addColleague(server.deps, { roles: ['administrator'] });
  by = { staffId: administrator.id, roles: ['administrator'], commune: '14956', department: null };
});
afterAll(() => server.close());

/** Uploads and publishes; the digest under which tablets know it. */
async function publish(content: object, from = '2026-11-23'): Promise<string> {
  const kept = await uploadProcedure(server.deps, by, { content, note: '' });
  if (kept.kind !== 'kept') throw new Error(JSON.stringify(kept));
  const { id, version } = kept;
  const known = (await server.deps.procedures.list(server.deps.db)).find(
    (one) => one.id === id && one.version === version,
  );
  const digest = known?.digest ?? '';
  const outcome = await publishProcedure(server.deps, by, { id, version, digest, from });
  expect(outcome.kind).toBe('published');
  return digest;
}

const toldOf = (changes: readonly Change[], id: string) =>
  changes
    .flatMap((change) => (change.kind === 'catalogue' ? [change.procedures] : []))
    .at(-1)
    ?.filter((one) => one.id === id);

describe('tablets', () => {
  it('hear of a published procedure at once where its day is today, with the digest of its package', async () => {
    await tablet.sync();
    const digest = await publish(makeWell());
    expect(toldOf((await tablet.sync()).changes, 'village-well')).toEqual([
      { id: 'village-well', version: 1, state: 'current', digest },
    ]);
  });

  it('hear of the next version on its day, and of the older one that begun dossiers may finish', async () => {
    const digest = await publish(makeWell(2), '2026-11-25');
    expect((await tablet.sync()).changes).toEqual([]);
    server.setTime('2026-11-24T17:00:01Z');
    expect(await announceCatalogue(server.deps)).toBe('announced');
    expect(toldOf((await tablet.sync()).changes, 'village-well')).toMatchObject([
      { version: 1, state: 'superseded' },
      { version: 2, state: 'current', digest },
    ]);
    server.setTime('2026-11-23T02:00:00Z');
  });

  it('fetch the very package that the feed named, and nothing that is only a draft', async () => {
    const staff = await addColleague(server.deps, { roles: ['field'], withoutPassword: true });
    const { ports } = await fieldTablet(server, staff.id);
    const content = makeWell(3, { sources: ['Bản nháp'] });
    await uploadProcedure(server.deps, by, { content, note: '' });
    const known = (await server.deps.procedures.list(server.deps.db)).filter(
      ({ id }) => id === 'village-well',
    );
    const wanted = known.map(({ id, version, digest }) => ({ id, version, digest: digest ?? '' }));
    const asked = await askOffice({ ...ports.http, storage: ports.storage }, fetchProcedures, {
      contractVersion: CONTRACT_VERSION,
      wanted: [...wanted, { id: 'village-well', version: 1, digest: 'A'.repeat(43) }],
    });
    if (asked.kind !== 'answered') throw new Error(asked.kind);
    const { packages, missing } = asked.answer;
    expect(packages.map(({ version }) => version)).toEqual([1, 2]);
    expect(missing).toEqual([
      { id: 'village-well', version: 3 },
      { id: 'village-well', version: 1 },
    ]);
    const [first] = packages;
    if (first === undefined) throw new Error('no package');
    const json = await unpackPackage(first.packed, first.digest);
    expect(JSON.parse(json ?? '')).toEqual(expanded(makeWell()));
    // The same bytes under another name are not it.
    expect(await unpackPackage(first.packed, packages[1]?.digest ?? '')).toBeUndefined();
  });

  it('another server on the same database knows it without having been told', async () => {
    const other = createProcedures(server.deps.texts, () => undefined);
    expect(await other.find(server.deps.db, 'village-well', 2)).toMatchObject({ version: 2 });
    expect(await other.find(server.deps.db, 'village-well', 3)).toBeUndefined();
    expect(await other.current(server.deps.db, 'village-well', '2026-11-23')).toMatchObject({ version: 1 });
    expect(await other.current(server.deps.db, 'village-well', '2026-11-25')).toMatchObject({ version: 2 });
  });
});

describe('a published version', () => {
  it('of a shipped procedure is what dossiers finished with it are judged and accepted by', async () => {
    const shipped = await server.deps.procedures.current(server.deps.db, 'birth-registration', '2026-11-23');
    if (shipped === undefined) throw new Error('nothing shipped');
    const days = { kind: 'working-days', days: 9 };
    const cases = shipped.definition.cases.map((one) => ({ ...one, limit: days }));
    await publish({ definition: { ...shipped.definition, version: 2, cases }, texts: shipped.texts });
    const { submission, photos } = await finishedBirth(tablet);
    const sealed = await tablet.seal({
      ...submission,
      procedure: { id: submission.procedure.id, version: 2 },
    });
    for (const photo of photos) await tablet.upload(photo);
    expect((await tablet.sync([sealed])).refusals).toEqual([]);
    const officer = await signedIn(server.app, await addColleague(server.deps, { roles: ['officer'] }));
    const dossier = `/api/office/dossiers/${sealed.id}`;
    const { revision } = (await officer.call('GET', dossier)).body as { revision: number };
    const command = { commandId: server.deps.random.id(), revision };
    // Nine working days after Monday the 23rd, the 24th being a day off.
    expect(
      (await officer.call('POST', `${dossier}/actions`, { ...command, act: { kind: 'accept' } })).body,
    ).toMatchObject({
      procedureVersion: 2,
      isProcedureWithdrawn: false,
      dueDate: '2026-12-07',
    });
  });

  it('is published once, by two administrators at once too', async () => {
    const kept = await uploadProcedure(server.deps, by, { content: makeWell(3), note: '' });
    expect(kept.kind).toBe('kept');
    const known = await server.deps.procedures.list(server.deps.db);
    const digest = known.find(({ id, version }) => id === 'village-well' && version === 3)?.digest ?? '';
    const asked = { id: 'village-well', version: 3, digest, from: '2026-11-23' };
    const outcomes = await Promise.all([1, 2, 3].map(() => publishProcedure(server.deps, by, asked)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['published', 'published', 'published']);
    const written = await server.deps.db
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'procedure-published')
      .execute();
    expect(written.filter(({ detail }) => detail.digest === digest)).toHaveLength(1);
  });
});

describe('a withdrawn version', () => {
  it('is told to tablets, and what was finished with it is taken in all the same, for an officer to see', async () => {
    await tablet.sync();
    const { sealed, photos } = await finishedBirth(tablet);
    const asked = { id: 'birth-registration', version: 1, reason: 'Luật mới' };
    expect(await withdrawProcedure(server.deps, by, asked)).toEqual({ kind: 'withdrawn' });
    for (const photo of photos) await tablet.upload(photo);
    const round = await tablet.sync([sealed]);
    expect(round.refusals).toEqual([]);
    expect(round.receipts).toContainEqual(expect.objectContaining({ id: sealed.id }));
    expect(toldOf(round.changes, 'birth-registration')).toMatchObject([
      { version: 1, state: 'withdrawn' },
      { version: 2, state: 'current' },
    ]);
    const officer = await signedIn(server.app, await addColleague(server.deps, { roles: ['officer'] }));
    const { body } = await officer.call('GET', `/api/office/dossiers/${sealed.id}`);
    expect(body).toMatchObject({ isProcedureWithdrawn: true, allowed: expect.arrayContaining(['accept']) });
    const detail = body as { revision: number };
    const command = { commandId: server.deps.random.id(), revision: detail.revision };
    expect(
      await officer.call('POST', `/api/office/dossiers/${sealed.id}/actions`, {
        ...command,
        act: { kind: 'accept' },
      }),
    ).toMatchObject({
      status: 200,
      body: { status: 'accepted' },
    });
  });
});
