import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Change } from '../../../src/contract/down/change.ts';
import {
  type AccountAct,
  type AccountDetail,
  actOnAccount,
  getAccount,
  listDoubles,
} from '../../../src/contract/operations/accounts.ts';
import { getDossier } from '../../../src/contract/operations/office.ts';
import { verifyAuditChain } from '../../../src/server/storage/journal.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import {
  addAccount,
  addColleague,
  addDossier,
  addTablet,
  type Browser,
  id,
  OTHER_COMMUNE,
  signedIn,
  type Tablet,
} from './desk.ts';

/* Accounts at the desk: what may be done in which state, doubles, merging and undoing it exactly. */

let office: TestApp;
let tablet: Tablet;
let officer: Browser;
let supervisor: Browser;
beforeAll(async () => {
  office = await buildTestApp();
  const { deps, app } = office;
  const field = await addColleague(deps, { roles: ['field'], withoutPassword: true });
  tablet = await addTablet(deps, field.id);
  officer = await signedIn(app, await addColleague(deps, { roles: ['officer'] }));
  supervisor = await signedIn(app, await addColleague(deps, { roles: ['supervisor'], name: 'Lê Văn Hạnh' }));
});
afterAll(() => office.close());

async function see(accountId: string, by = officer): Promise<AccountDetail> {
  const answer = await by.call('GET', getAccount.path.replace(':id', accountId));
  return getAccount.answer.parse(answer.body);
}

async function act(
  accountId: string,
  what: AccountAct,
  options: { readonly by?: Browser; readonly commandId?: string; readonly revision?: number } = {},
) {
  const by = options.by ?? officer;
  const revision = options.revision ?? (await see(accountId)).revision;
  const { status, body } = await by.call('POST', actOnAccount.path.replace(':id', accountId), {
    commandId: options.commandId ?? id(),
    revision,
    act: what,
  });
  return { status, body };
}

const merge = async (into: string) => ({
  kind: 'merge' as const,
  into,
  intoRevision: (await see(into)).revision,
  reason: 'Cùng số, cùng ảnh',
});
const row = (accountId: string) =>
  office.deps.db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirstOrThrow();
const changesOf = async (accountId: string) => {
  const rows = await office.deps.db.selectFrom('changes').select('body').orderBy('cursor').execute();
  return rows
    .map(({ body }) => Change.parse(body))
    .flatMap((one) => (one.kind === 'account' && one.submissionId === accountId ? [one.state] : []));
};

describe('states', () => {
  it('activates after an identity check, suspends and reinstates, on record and told to the tablet', async () => {
    const accountId = await addAccount(office.deps, tablet, 'Lương Thị Én');
    expect((await see(accountId)).allowed).toEqual([
      'activate',
      'reissue-code',
      'suspend',
      'merge',
      'keep-apart',
    ]);
    expect(
      (await act(accountId, { kind: 'activate', check: { how: 'known-person', who: 'Trưởng bản Kịt' } }))
        .status,
    ).toBe(200);
    expect(
      (await act(accountId, { kind: 'suspend', reason: 'Có người khác dùng' }, { by: supervisor })).status,
    ).toBe(200);
    expect((await see(accountId)).state).toBe('suspended');
    expect((await act(accountId, { kind: 'reinstate', reason: 'Đã gặp chủ tài khoản' })).status).toBe(200);
    const now = await see(accountId);
    expect(now).toMatchObject({ state: 'active', allowed: ['suspend', 'merge', 'keep-apart'] });
    expect(now.history.map(({ action, reason, check, byName }) => [action, reason ?? check, byName])).toEqual(
      [
        ['reinstate', 'Đã gặp chủ tài khoản', 'Phạm Thị Lan'],
        ['suspend', 'Có người khác dùng', 'Lê Văn Hạnh'],
        ['activate', { how: 'known-person', who: 'Trưởng bản Kịt' }, 'Phạm Thị Lan'],
      ],
    );
    expect(await changesOf(accountId)).toEqual(['active', 'suspended', 'active']);
    expect(await verifyAuditChain(office.deps.db)).toMatchObject({ kind: 'intact' });
  });

  it('does a command once, refuses a stale revision, and what state or role do not allow, changing nothing', async () => {
    const accountId = await addAccount(office.deps, tablet, 'Lò Văn Ún');
    const commandId = id();
    const suspend = { kind: 'suspend', reason: 'Chờ xác minh' } as const;
    expect((await act(accountId, suspend, { commandId, revision: 1 })).status).toBe(200);
    expect((await act(accountId, suspend, { commandId, revision: 1 })).status).toBe(200);
    expect((await see(accountId)).history).toHaveLength(1);
    expect(await act(accountId, { kind: 'reinstate', reason: 'Đã xong' }, { revision: 1 })).toMatchObject({
      status: 409,
      body: { kind: 'conflict', detail: 'revision' },
    });
    expect(await act(accountId, { kind: 'reinstate', reason: 'Đã xong' }, { commandId })).toMatchObject({
      status: 409,
      body: { kind: 'conflict', detail: 'command-id-used' },
    });
    expect(await act(accountId, suspend)).toMatchObject({ status: 409, body: { kind: 'state-not-allowed' } });
    const before = await row(accountId);
    const check = { how: 'card-seen' } as const;
    expect((await act(accountId, { kind: 'activate', check }, { by: supervisor })).status).toBe(403);
    const stranger = await signedIn(
      office.app,
      await addColleague(office.deps, { roles: ['officer', 'supervisor'], commune: OTHER_COMMUNE }),
    );
    expect((await act(accountId, { kind: 'reinstate', reason: 'Đã xong' }, { by: stranger })).status).toBe(
      403,
    );
    expect(await row(accountId)).toEqual(before);
  });
});

describe('doubles', () => {
  it('are found by number and by name, year and village, until somebody tells them apart', async () => {
    const first = await addAccount(office.deps, tablet, 'Hà Văn Dốc', { nationalId: '038090001234' });
    const sameNumber = await addAccount(office.deps, tablet, 'Hà Văn Dóc', { nationalId: '038 090 001 234' });
    const sameName = await addAccount(office.deps, tablet, 'Ha Van Doc', {
      birthDate: '1990-02-03',
      village: 'Kịt',
    });
    await addAccount(office.deps, tablet, 'Hà Văn Dốc', { birthDate: '1971' });
    await addAccount(office.deps, tablet, 'Hà Văn Dốc', { village: 'Bản Đôn' });
    const seen = await see(first);
    expect(new Map(seen.doubles.map(({ account, likeness }) => [account.id, likeness]))).toEqual(
      new Map([
        [sameNumber, 'same-number'],
        [sameName, 'same-name-and-year'],
      ]),
    );
    const pairs = async () =>
      listDoubles.answer
        .parse((await supervisor.call('GET', listDoubles.path)).body)
        .pairs.map(({ a, b }) => [a.id, b.id].sort().join())
        .filter((pair) => pair.includes(first));
    expect(await pairs()).toHaveLength(2);

    await act(first, { kind: 'keep-apart', other: sameName, reason: 'Hai anh em họ' });
    expect(await pairs()).toEqual([[first, sameNumber].sort().join()]);
    expect(
      (await see(sameName)).doubles.find(({ account }) => account.id === first)?.keptApart,
    ).toMatchObject({
      byName: 'Phạm Thị Lan',
      reason: 'Hai anh em họ',
    });
  });

  it('are found behind a thousand namesakes of other villages, the pair with the newest account first', async () => {
    const pairs = async () =>
      listDoubles.answer
        .parse((await supervisor.call('GET', listDoubles.path)).body)
        .pairs.map(({ a, b }) => [a.id, b.id].sort().join());
    const pair = [
      await addAccount(office.deps, tablet, 'Vàng Thị Mỷ', { village: 'Bản Khun' }),
      await addAccount(office.deps, tablet, 'Vàng Thị Mỷ', { village: 'Khun' }),
    ];
    const receivedAt = (ids: readonly string[], at: string) =>
      office.deps.db
        .updateTable('accounts')
        .set({ received_at: new Date(at) })
        .where('id', 'in', ids)
        .execute();
    await receivedAt(pair, '2026-10-01T02:00:00Z');
    for (let n = 1; n <= 46; n += 1)
      await addAccount(office.deps, tablet, 'Vàng Thị Dở', { village: `Bản số ${n}` });
    expect(await pairs()).toContain(pair.sort().join());

    const newest = [
      await addAccount(office.deps, tablet, 'Vàng Thị Sua'),
      await addAccount(office.deps, tablet, 'Vàng Thị Sua'),
    ];
    await receivedAt(newest.slice(0, 1), '2026-12-01T02:00:00Z');
    expect((await pairs())[0]).toBe(newest.sort().join());
  });
});

describe('merging', () => {
  it('shows all dossiers under the one that stays, later ones too, and undoing gives back exactly what was', async () => {
    const { deps } = office;
    const stays = await addAccount(deps, tablet, 'Bùi Thị Mậu');
    const away = await addAccount(deps, tablet, 'Bùi Thị Mậu');
    const [one, two] = [
      await addDossier(deps, tablet, { accountId: stays }),
      await addDossier(deps, tablet, { accountId: away }),
    ];
    const before = { stays: await row(stays), away: await row(away), seen: await see(away) };
    expect((await act(away, await merge(stays))).status).toBe(200);
    const later = await addDossier(deps, tablet, { accountId: away });

    expect(await see(away)).toMatchObject({
      state: 'merged',
      mergedInto: { id: stays },
      allowed: ['undo-merge'],
    });
    const shown = await see(stays);
    expect(shown.merged.map((account) => account.id)).toEqual([away]);
    expect(shown.dossiers.map((dossier) => dossier.id).sort()).toEqual([one.id, two.id, later.id].sort());
    const dossier = getDossier.answer.parse(
      (await officer.call('GET', getDossier.path.replace(':id', later.id))).body,
    );
    expect(dossier.account).toEqual({ id: stays, state: 'pending' });
    expect(shown.doubles).toEqual([]);

    expect((await act(away, { kind: 'undo-merge', reason: 'Nhầm hai chị em' })).status).toBe(200);
    expect(await row(stays)).toEqual(before.stays);
    expect(await row(away)).toEqual({ ...before.away, revision: before.away.revision + 2 });
    const { history: _a, revision: _b, dossiers, ...now } = await see(away);
    const { history: _c, revision: _d, dossiers: own, ...then } = before.seen;
    expect(now).toEqual(then);
    expect(dossiers.map((line) => line.id).sort()).toEqual([...own.map((line) => line.id), later.id].sort());
    expect((await see(stays)).dossiers.map((line) => line.id)).toEqual([one.id]);
    expect(await changesOf(away)).toEqual(['merged', 'pending']);
  });

  it('gives a suspended one back suspended, and follows a chain to the last', async () => {
    const [a, b, c] = [
      await addAccount(office.deps, tablet, 'Vi Văn A'),
      await addAccount(office.deps, tablet, 'Vi Văn B'),
      await addAccount(office.deps, tablet, 'Vi Văn C'),
    ];
    await act(a, { kind: 'suspend', reason: 'Nghi trùng' });
    expect((await act(a, await merge(b))).status).toBe(200);
    expect((await act(b, await merge(c))).status).toBe(200);
    expect((await see(a)).mergedInto?.id).toBe(c);
    expect((await see(c)).merged.map((one) => one.id)).toEqual([b, a]);
    // Into one that is itself merged nothing goes, so no circle can be.
    expect((await act(c, await merge(a))).status).toBe(409);
    expect((await act(c, await merge(c))).status).toBe(403);
    await act(a, { kind: 'undo-merge', reason: 'Nhầm' });
    expect((await see(a)).state).toBe('suspended');
    await act(a, { kind: 'reinstate', reason: 'Xong' });
    expect((await see(a)).state).toBe('pending');
  });

  it('of two officers who merge a pair towards each other at once, one is told that it changed', async () => {
    const [a, b] = [
      await addAccount(office.deps, tablet, 'Cao Thị Nhì'),
      await addAccount(office.deps, tablet, 'Cao Thị Nhì'),
    ];
    const [there, back] = [await merge(b), await merge(a)];
    const answers = await Promise.all([act(a, there, { revision: 1 }), act(b, back, { revision: 1 })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
