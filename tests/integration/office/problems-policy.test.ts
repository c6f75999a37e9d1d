import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Role } from '../../../src/contract/operations/office.ts';
import { actOnProblem, getProblem, type ProblemAct } from '../../../src/contract/operations/problems.ts';
import { ProblemState } from '../../../src/domain/problem/life.ts';
import type { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { mayActOnProblem, maySeeProblem } from '../../../src/server/policies/problem.ts';
import type { Actor } from '../../../src/server/policies/reach.ts';
import { sampleReport } from '../../support/seal/samples.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { enrolledTablet } from '../../support/tablet/enrolled-tablet.ts';
import { addColleague, type Browser, COMMUNE, OTHER_COMMUNE, signedIn } from './desk.ts';

/*
 * For every role, place, department and state: what the policy says is what the running server does, act by act.
 */

let server: TestApp;
let tablet: HeadlessTablet;
const OWN = v7();
const FOREIGN = v7();
const STATUS = { allowed: 200, forbidden: 403, 'state-not-allowed': 409 } as const;

const acts: readonly ProblemAct[] = [
  { kind: 'route', departmentId: OWN, priority: 'urgent', note: '' },
  { kind: 'take' },
  { kind: 'answer', text: 'Đã xem.' },
  { kind: 'close' },
  { kind: 'reopen', reason: 'Vẫn hỏng.' },
];

beforeAll(async () => {
  server = await buildTestApp();
  tablet = await enrolledTablet(server);
  const row = (id: string, name: string) => ({
    id,
    commune: COMMUNE,
    name,
    confirmed: false,
    created_at: new Date(),
  });
  await server.deps.db
    .insertInto('departments')
    .values([row(OWN, 'A'), row(FOREIGN, 'B')])
    .execute();
});
afterAll(() => server.close());

/** A problem of the commune, put where the case wants it. */
async function problemIn(state: ProblemState, department: string | null): Promise<string> {
  const report = sampleReport({ id: v7(), assistedBy: tablet.assistedBy });
  await tablet.sync([await tablet.sealReport(report)]);
  await server.deps.db
    .updateTable('problems')
    .set({ state, department_id: department })
    .where('id', '=', report.id)
    .execute();
  return report.id;
}

async function personOf(role: Role, commune: string): Promise<{ actor: Actor; browser: Browser }> {
  const { id, login } = await addColleague(server.deps, { roles: [role], commune });
  const department = role === 'specialist' ? OWN : null;
  await server.deps.db.updateTable('staff').set({ department_id: department }).where('id', '=', id).execute();
  return {
    actor: { staffId: id, roles: [role], commune, department },
    browser: await signedIn(server.app, { id, login }),
  };
}

it('says no exactly where the policy does', async () => {
  const places = [
    ...ProblemState.options.map((state) => ({ state, department: OWN })),
    { state: 'sent' as const, department: null },
    { state: 'routed' as const, department: FOREIGN },
  ];
  let cases = 0;
  for (const role of Role.options.filter((one) => one !== 'field')) {
    for (const commune of [COMMUNE, OTHER_COMMUNE]) {
      const { actor, browser } = await personOf(role, commune);
      for (const { state, department } of places) {
        let id = await problemIn(state, department);
        const facts = { commune: COMMUNE, state, department };
        const seen = await browser.call('GET', getProblem.path.replace(':id', id));
        expect([role, commune, state, 'see', seen.status]).toEqual([
          role,
          commune,
          state,
          'see',
          STATUS[maySeeProblem(actor, facts).kind],
        ]);
        for (const act of acts) {
          const verdict = mayActOnProblem(actor, act.kind, facts).kind;
          const answer = await browser.call('POST', actOnProblem.path.replace(':id', id), {
            commandId: v7(),
            revision: 1,
            act,
          });
          expect([role, commune, state, act.kind, answer.status]).toEqual([
            role,
            commune,
            state,
            act.kind,
            STATUS[verdict],
          ]);
          cases += 1;
          // What was acted on is elsewhere now: the next act begins with another.
          if (verdict === 'allowed') id = await problemIn(state, department);
        }
      }
    }
  }
  expect(cases).toBe(4 * 2 * 6 * 5);
});
