import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierAct } from '../../../src/contract/operations/dossier-actions.ts';
import type { OfficeAction } from '../../../src/domain/dossier/actions.ts';
import { actOnDossier } from '../../../src/server/commands/dossier/act-on-dossier.ts';
import { issuePaper } from '../../../src/server/commands/papers/issue-paper.ts';
import { papersToTell } from '../../../src/server/papers/issuable.ts';
import { allowedDossierActions } from '../../../src/server/policies/dossier.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { findDossier, listDossierActions } from '../../../src/server/storage/dossier-queries.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { verifyDossiers } from '../../../src/server/storage/verify-dossiers.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addColleague, addDepartment, addDossier, addTablet, COMMUNE, id } from './desk.ts';

/*
 * An office in which everybody works on the same few dossiers at the same moment: nobody waits in a circle, nothing is done
 * twice or by halves, and numbers have no gap.
 */

let office: TestApp;
let department: string;
let colleague: string;
let people: readonly Actor[];
let dossiers: readonly string[];

beforeAll(async () => {
  office = await buildTestApp();
  const { deps } = office;
  department = await addDepartment(deps, 'Bộ phận mẫu');
  const field = await addColleague(deps, { roles: ['field'], withoutPassword: true });
  const tablet = await addTablet(deps, field.id);
  colleague = (await addColleague(deps, { roles: ['field'], withoutPassword: true })).id;
  people = await Promise.all(
    Array.from({ length: 6 }, async (_, place): Promise<Actor> => {
      const isSpecialist = place === 0;
      const roles = isSpecialist ? (['officer', 'specialist'] as const) : (['officer'] as const);
      const given = { roles, ...(isSpecialist && { department }) };
      const { id: staffId } = await addColleague(deps, given);
      return { staffId, roles, commune: COMMUNE, department: isSpecialist ? department : null };
    }),
  );
  const filed = await Promise.all(Array.from({ length: 6 }, () => addDossier(deps, tablet)));
  dossiers = filed.map((one) => one.id);
});
afterAll(() => office.close());

const reason = 'Lý do mẫu';
const items = [{ what: 'question' as const, id: 'mother.name', note: '' }];

function actOf(kind: OfficeAction): DossierAct {
  switch (kind) {
    case 'refuse':
    case 'cancel-payment':
    case 'refund-payment':
    case 'withdraw':
      return { kind, reason };
    case 'propose-supplement':
      return { kind, reason, items };
    case 'request-supplement':
      return { kind, reason, items, assignedTo: null };
    case 'reassign-supplement':
      return { kind, assignedTo: colleague };
    case 'forward':
      return { kind, departmentId: department, note: '' };
    case 'request-payment':
      return { kind, amount: 8000, forWhat: reason };
    case 'confirm-payment':
      return { kind, receiptNumber: '' };
    case 'extend':
      return { kind, reason, until: '2027-11-10' };
    case 'stop':
      return { kind, reason, ground: 'other' };
    case 'return-result':
      return { kind, takenBy: 'Hà Thị Mây', as: 'owner', signedBy: 'signature' };
    case 'take-papers':
    case 'give-back-papers':
    case 'hand-back':
    case 'finish':
      return { kind, note: 'Ghi chú' };
    case 'accept':
    case 'complete-supplement':
    case 'begin':
      return { kind };
  }
}

/** What ends a dossier comes seldom, so that there is a life before. */
const ENDS: readonly OfficeAction[] = ['refuse', 'withdraw', 'stop', 'finish'];

/** One person acts, again and again, on what they just saw: an act or a paper. */
async function work(by: Actor, draw: () => number): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {};
  for (let round = 0; round < 25; round += 1) {
    const dossierId = dossiers[Math.floor(draw() * dossiers.length)] ?? '';
    const seen = await findDossier(office.deps.db, dossierId);
    if (seen === undefined) throw new Error('a dossier is gone');
    const allowed = allowedDossierActions(by, { ...seen.state, commune: COMMUNE, awaitedAttachments: 0 });
    const likely = allowed.filter((kind) => !ENDS.includes(kind) || draw() < 0.1);
    const kind = likely[Math.floor(draw() * likely.length)];
    const tellable = papersToTell(await listDossierActions(office.deps.db, dossierId));
    const paper = tellable[Math.floor(draw() * tellable.length)];
    const outcome =
      draw() < 0.15 && paper !== undefined
        ? await issuePaper(office.deps, by, { dossierId, commandId: id(), ...paper })
        : kind === undefined
          ? undefined
          : await actOnDossier(office.deps, by, {
              dossierId,
              commandId: id(),
              revision: seen.revision,
              act: actOf(kind),
            });
    if (outcome !== undefined) outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1;
  }
  return outcomes;
}

/** Numbers of a generator that is the same each time (Lehmer). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it('keeps one life for each dossier, whoever acts at the same moment', async () => {
  const outcomes = await Promise.all(people.map((by, place) => work(by, drawing(place + 11))));
  const sum = (kind: string) => outcomes.reduce((all, one) => all + (one[kind] ?? 0), 0);
  expect(sum('done')).toBeGreaterThan(20);
  expect(sum('conflict')).toBeGreaterThan(0);
  expect(sum('issued')).toBeGreaterThan(0);
  const { db } = office.deps;
  expect((await verifyDossiers(db)).disagreements).toEqual([]);
  expect((await verifyAuditChain(db)).kind).toBe('intact');
  let acts = 0;
  for (const dossierId of dossiers) {
    const actions = await listDossierActions(db, dossierId);
    const dossier = await findDossier(db, dossierId);
    expect(dossier?.revision).toBe(actions.length);
    acts += actions.length - 1;
  }
  expect(acts).toBe(sum('done'));
  const accepted = await db.selectFrom('logbook').select(['number']).orderBy('number').execute();
  expect(accepted.map(({ number }) => number)).toEqual(accepted.map((_, place) => place + 1));
  const codes = await db
    .selectFrom('dossiers')
    .select('official_code')
    .where('official_code', 'is not', null)
    .execute();
  expect(new Set(codes.map(({ official_code }) => official_code)).size).toBe(accepted.length);
  const counted = await db.selectFrom('dossier_counts').select(['n']).execute();
  expect(counted.reduce((all, { n }) => all + Number(n), 0)).toBe(dossiers.length);
}, 120_000);
