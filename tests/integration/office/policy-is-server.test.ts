import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierAct } from '../../../src/contract/operations/dossier-actions.ts';
import { Role } from '../../../src/contract/operations/office.ts';
import { life, OfficeAction } from '../../../src/domain/dossier/actions.ts';
import { FinanceState, PapersState, SupplementState } from '../../../src/domain/dossier/state.ts';
import { DossierStatus } from '../../../src/domain/dossier/status.ts';
import { type DossierFacts, mayActOnDossier } from '../../../src/server/policies/dossier.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { inTransaction } from '../../../src/server/storage/connection.ts';
import { insertSupplementRequest } from '../../../src/server/storage/dossier-life.ts';
import { listDossierActions } from '../../../src/server/storage/dossier-queries.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addAttachment,
  addColleague,
  addDepartment,
  addDossier,
  addTablet,
  type Browser,
  COMMUNE,
  id,
  OTHER_COMMUNE,
  signedIn,
  type Tablet,
} from './desk.ts';

/*
 * For every role, status and place, what the policy says is what the server does: generated people send generated acts over
 * HTTP, and the dossier is looked at afterwards. As many as the limit on requests of one address lets pass.
 */

interface Caller {
  readonly actor: Actor;
  readonly browser: Browser;
}

let office: TestApp;
let tablet: Tablet;
let departments: readonly string[];
const targets = new Map<string, string>();
/** By commune: somebody in the field who has nothing to bring yet. */
const free = new Map<string, string>();
const callers: Caller[] = [];

beforeAll(async () => {
  office = await buildTestApp();
  office.setTime('2026-11-16T09:00:00+07:00');
  departments = [
    await addDepartment(office.deps, 'Bộ phận mẫu 1'),
    await addDepartment(office.deps, 'Bộ phận mẫu 2'),
  ];
  for (const commune of [COMMUNE, OTHER_COMMUNE]) {
    targets.set(commune, await addDepartment(office.deps, 'Bộ phận mẫu 3', commune));
    const { id } = await addColleague(office.deps, { roles: ['field'], commune, withoutPassword: true });
    free.set(commune, id);
  }
  const field = await addColleague(office.deps, { roles: ['field'], withoutPassword: true });
  tablet = await addTablet(office.deps, field.id);
  const inOffice = Role.options.filter((role) => role !== 'field');
  const sets: Role[][] = [
    ...inOffice.map((role) => [role]),
    ['officer', 'specialist'],
    ['supervisor', 'specialist'],
  ];
  for (const roles of sets)
    for (const commune of [COMMUNE, OTHER_COMMUNE])
      for (const department of roles.includes('specialist') ? [null, ...departments] : [null]) {
        const person = await addColleague(office.deps, {
          roles,
          commune,
          ...(department !== null && { department }),
        });
        callers.push({
          actor: { staffId: person.id, roles, commune, department },
          browser: await signedIn(office.app, person),
        });
      }
});
afterAll(() => office.close());

const acts: Record<OfficeAction, (commune: string) => DossierAct> = {
  accept: () => ({ kind: 'accept' }),
  refuse: () => ({ kind: 'refuse', reason: 'Không thuộc thẩm quyền' }),
  'propose-supplement': () => ({
    kind: 'propose-supplement',
    reason: 'Thiếu giấy',
    items: [{ what: 'document', id: 'birth-notice', note: '' }],
  }),
  'request-supplement': () => ({
    kind: 'request-supplement',
    reason: 'Thiếu giấy',
    items: [{ what: 'document', id: 'birth-notice', note: '' }],
    assignedTo: null,
  }),
  'reassign-supplement': (commune) => ({
    kind: 'reassign-supplement',
    assignedTo: free.get(commune) ?? null,
  }),
  'complete-supplement': () => ({ kind: 'complete-supplement' }),
  begin: () => ({ kind: 'begin' }),
  forward: (commune) => ({ kind: 'forward', departmentId: targets.get(commune) ?? '', note: '' }),
  'hand-back': () => ({ kind: 'hand-back', note: '' }),
  'request-payment': () => ({ kind: 'request-payment', amount: 8000, forWhat: 'Lệ phí' }),
  'confirm-payment': () => ({ kind: 'confirm-payment', receiptNumber: '' }),
  'cancel-payment': () => ({ kind: 'cancel-payment', reason: 'Miễn' }),
  'refund-payment': () => ({ kind: 'refund-payment', reason: 'Nộp nhầm' }),
  'take-papers': () => ({ kind: 'take-papers', note: 'Sổ hộ khẩu' }),
  'give-back-papers': () => ({ kind: 'give-back-papers', note: '' }),
  extend: () => ({ kind: 'extend', reason: 'Chờ trả lời', until: '2027-01-04' }),
  stop: () => ({ kind: 'stop', reason: 'Không bổ sung', ground: 'not-supplemented' }),
  withdraw: () => ({ kind: 'withdraw', reason: 'Không cần nữa' }),
  finish: () => ({ kind: 'finish', note: '' }),
  'return-result': () => ({
    kind: 'return-result',
    takenBy: 'Hà Thị Mây',
    as: 'owner',
    signedBy: 'signature',
  }),
};

/** A dossier as it stands in the middle of its life. */
async function place(facts: DossierFacts): Promise<string> {
  const { id: dossierId } = await addDossier(office.deps, tablet, { commune: facts.commune });
  if (facts.awaitedAttachments > 0)
    await addAttachment(office.deps, dossierId, new Uint8Array([1, 2, 3]), 'awaited');
  const isAsked = facts.status === 'supplement-requested' || facts.status === 'payment-requested';
  await office.deps.db
    .updateTable('dossiers')
    .set({
      status: facts.status,
      held_by: facts.heldBy,
      papers: facts.papers,
      finance: facts.finance,
      supplement: facts.supplement,
      supplements_asked: facts.supplement === 'asked' || facts.supplement === 'sent' ? 1 : 0,
      resumes_as: isAsked ? 'in-progress' : null,
    })
    .where('id', '=', dossierId)
    .execute();
  if (facts.supplement === 'asked') await addRequest(dossierId);
  return dossierId;
}

/** What is awaited of whoever filed it. */
async function addRequest(dossierId: string): Promise<void> {
  const [filed] = await listDossierActions(office.deps.db, dossierId);
  await inTransaction(office.deps.db, (trx) =>
    insertSupplementRequest(trx, {
      id: filed?.id ?? '',
      dossierId,
      number: 1,
      reason: 'Thiếu giấy',
      items: [],
      assignedTo: tablet.staffId,
      at: office.deps.clock.now(),
      by: tablet.staffId,
    }),
  );
}

const statusOfAnswer = { allowed: 200, forbidden: 403, 'state-not-allowed': 409 } as const;

it('the server does exactly what the policy says, in 450 generated cases', async () => {
  const outcomes = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(),
      fc.constantFrom(...OfficeAction.options),
      fc.record({
        commune: fc.constantFrom(COMMUNE, COMMUNE, OTHER_COMMUNE),
        status: fc.constantFrom(...DossierStatus.options),
        heldBy: fc.constantFrom(null, null, 0, 1),
        papers: fc.constantFrom(...PapersState.options),
        finance: fc.constantFrom(...FinanceState.options),
        supplement: fc.constantFrom('asked', ...SupplementState.options, null),
        awaitedAttachments: fc.constantFrom(0, 0, 1),
      }),
      fc.boolean(),
      async (who, action, drawn, isWhereItBegins) => {
        const caller = callers[who % callers.length];
        if (caller === undefined) throw new Error('nobody to ask');
        const status = isWhereItBegins ? (life[action].from[0] ?? drawn.status) : drawn.status;
        const heldBy = drawn.heldBy === null ? null : (departments[drawn.heldBy] ?? null);
        const facts: DossierFacts = { ...drawn, status, heldBy };
        const dossierId = await place(facts);
        const verdict = mayActOnDossier(caller.actor, action, facts);
        const answer = await caller.browser.call('POST', `/api/office/dossiers/${dossierId}/actions`, {
          commandId: id(),
          revision: 1,
          act: acts[action](facts.commune),
        });
        expect([answer.status, answer.body]).toEqual([statusOfAnswer[verdict.kind], expect.anything()]);
        if (verdict.kind !== 'allowed') expect(answer.body).toMatchObject({ detail: verdict.reason });
        const after = await office.deps.db
          .selectFrom('dossiers')
          .select(['status', 'revision'])
          .where('id', '=', dossierId)
          .executeTakeFirstOrThrow();
        expect(after.revision).toBe(verdict.kind === 'allowed' ? 2 : 1);
        if (verdict.kind !== 'allowed') expect(after.status).toBe(status);
        outcomes.set(verdict.kind, (outcomes.get(verdict.kind) ?? 0) + 1);
      },
    ),
    { numRuns: 450 },
  );
  // The cases reach all three answers, and often.
  for (const kind of Object.keys(statusOfAnswer)) expect(outcomes.get(kind) ?? 0).toBeGreaterThan(20);
}, 120_000);
