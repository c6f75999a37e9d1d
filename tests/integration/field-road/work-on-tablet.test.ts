import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchWorkIfDue } from '../../../src/client/features/field/common/work/fetch-work.ts';
import { startWorkKeeper } from '../../../src/client/features/field/common/work/work-keeper.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet, finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import { type FieldTablet, fieldTablet } from '../../support/tablet/field-tablet.ts';
import { addColleague } from '../office/desk.ts';
import { act, officerOf } from './office-asks.ts';

/* The office sends a colleague for what another one's dossier lacks: it is on their tablet after the next round, sealed. */

let server: TestApp;
let officer: Actor;
let colleague: { readonly id: string };
let tablet: FieldTablet;
beforeAll(async () => {
  server = await buildTestApp();
  officer = await officerOf(server.deps);
  colleague = await addColleague(server.deps, { roles: ['field'], name: 'Vi Văn Đi', withoutPassword: true });
  tablet = await fieldTablet(server, colleague.id);
});
afterAll(() => server.close());

const NOON = () => new Date('2026-11-23T05:00:00Z');
const portsOf = ({ ports: { http }, storage, session: { vault } }: FieldTablet, now = NOON) => ({
  http,
  storage,
  vault,
  now,
});
const ports = (now = NOON) => portsOf(tablet, now);
const kept = async () => (await tablet.storage.fieldWork()).find(tablet.session.vault);

async function sendColleague() {
  const author = await enrolledTablet(server);
  const { submission, sealed } = await finishedBirth(author);
  await author.sync([sealed]);
  await act(server.deps, officer, submission.id, {
    kind: 'request-supplement',
    reason: 'Thiếu số của cha.',
    items: [{ what: 'question', id: 'father.nationalId', note: '' }],
    assignedTo: colleague.id,
  });
  return submission;
}

it('is asked for once somebody is unlocked, and again only when the feed says so or nobody asked for long', async () => {
  await tablet.sender.send();
  await fetchWorkIfDue(ports());
  expect((await kept())?.work.supplements).toEqual([]);

  const submission = await sendColleague();
  await fetchWorkIfDue(ports());
  expect((await kept())?.work.supplements).toEqual([]);
  await tablet.sender.send();
  await fetchWorkIfDue(ports());
  expect((await kept())?.work.supplements).toMatchObject([
    { dossierId: submission.id, byName: 'Lê Thị Cửa', answers: submission.answers },
  ]);

  const before = await kept();
  await fetchWorkIfDue(ports(() => new Date('2026-11-23T05:30:00Z')));
  expect(await kept()).toEqual(before);
  await fetchWorkIfDue(ports(() => new Date('2026-11-23T12:00:00Z')));
  expect(await kept()).toEqual({ ...before, askedAt: '2026-11-23T12:00:00.000Z' });
});

it('without a network keeps what it has', async () => {
  const before = await kept();
  const http = { ...tablet.ports.http, fetch: () => Promise.reject(new TypeError('offline')) };
  await fetchWorkIfDue({ ...ports(() => new Date('2026-12-24T05:00:00Z')), http });
  expect(await kept()).toEqual(before);
});

it('comes by itself after a round, while unlocked', async () => {
  const bugs: unknown[] = [];
  const stop = startWorkKeeper({
    ...ports(),
    onBug: (error) => void bugs.push(error),
  });
  const submission = await sendColleague();
  const arrived = new Promise<void>((resolve) => {
    const end = tablet.storage.onChange(() => {
      void kept().then((work) => {
        if (work?.work.supplements.some(({ dossierId }) => dossierId === submission.id) !== true) return;
        end();
        resolve();
      });
    });
  });
  await tablet.sender.send();
  await arrived;
  stop();
  expect(bugs).toEqual([]);
});

it('is not given on a proof that somebody else made', async () => {
  const { signingKey } = tablet.session.vault;
  const other = await addColleague(server.deps, { roles: ['field'], withoutPassword: true });
  const stranger = await fieldTablet(server, other.id);
  const vault = { ...tablet.session.vault, signingKey };
  await fetchWorkIfDue({ ...portsOf(stranger), vault });
  expect(await (await stranger.storage.fieldWork()).find(vault)).toBeUndefined();
});
