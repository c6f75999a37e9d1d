import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEnrolmentCode } from '../../../src/server/commands/create-enrolment-code.ts';
import { ensureAdministrator } from '../../../src/server/commands/ensure-administrator.ts';
import { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';

let server: TestApp;
let staffId: string;

beforeAll(async () => {
  server = await buildTestApp();
  const staff = await server.deps.db.selectFrom('staff').select('id').executeTakeFirstOrThrow();
  staffId = staff.id;
});
afterAll(() => server.close());

async function newCode(): Promise<string> {
  const made = await createEnrolmentCode(server.deps, { staffId, hoursValid: 24, createdBy: null });
  if (made.kind !== 'created') throw new Error(made.kind);
  return made.code;
}

const kindOf = async (response: Response) => ((await response.json()) as { kind: string }).kind;

describe('an enrolment code', () => {
  it('printed before a restart works after it, as does the one printed then', async () => {
    const own = await buildTestApp();
    try {
      const restarted = await ensureAdministrator(own.deps, 'Quản trị viên');
      expect(restarted.enrolmentCode).not.toBe(own.secrets.enrolmentCode);
      for (const [name, code] of Object.entries({
        before: own.secrets.enrolmentCode,
        after: restarted.enrolmentCode,
      })) {
        expect((await new HeadlessTablet(own.origin).enrol(code ?? '', name)).status, name).toBe(200);
      }
      expect((await ensureAdministrator(own.deps, 'Quản trị viên')).enrolmentCode).toBeUndefined();
    } finally {
      await own.close();
    }
  });

  it('of the first start binds the administrator’s own tablet', async () => {
    const tablet = new HeadlessTablet(server.origin);
    const response = await tablet.enrol(server.secrets.enrolmentCode ?? '', 'Máy 1');
    expect(response.status).toBe(200);
    expect(tablet.enrolment).toMatchObject({
      staff: { id: staffId, login: 'admin' },
      commune: { code: '14956', name: 'Xã Pù Luông' },
      signerKeyId: tablet.signer.id,
      demo: false,
    });
    expect(tablet.enrolment.procedures).toContainEqual({ id: 'birth-registration', version: 1 });
  });

  it('is typed as people type: small letters, no dash, O for zero', async () => {
    const code = await newCode();
    const typed = code.replace('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await new HeadlessTablet(server.origin).enrol(typed, 'Máy 2')).status).toBe(200);
  });

  it('gives the same answer again to the tablet that redeemed it, and nothing to another', async () => {
    const code = await newCode();
    const tablet = new HeadlessTablet(server.origin);
    const first = await (await tablet.enrol(code, 'Máy 3')).json();
    server.setTime('2026-12-01T02:00:00Z');
    const again = await (await tablet.enrol(code, 'Máy 3')).json();
    server.setTime('2026-11-23T02:00:00Z');
    expect({ ...again, serverTime: 0, leaseUntil: 0 }).toEqual({ ...first, serverTime: 0, leaseUntil: 0 });
    const thief = await new HeadlessTablet(server.origin).enrol(code, 'Máy lạ');
    expect(thief.status).toBe(403);
    expect(await kindOf(thief)).toBe('code-invalid');
    const keys = await server.deps.db
      .selectFrom('staff_keys')
      .selectAll()
      .where('key_id', '=', tablet.signer.id)
      .execute();
    expect(keys).toHaveLength(1);
  });

  it('lets only one of two tablets in that come at the same moment', async () => {
    const code = await newCode();
    const answers = await Promise.all(
      [1, 2].map((n) => new HeadlessTablet(server.origin).enrol(code, `Máy ${n}`)),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 403]);
  });

  it('lets nobody in whose work is not in the field any more', async () => {
    const code = await newCode();
    const { roles } = await server.deps.db
      .selectFrom('staff')
      .select('roles')
      .where('id', '=', staffId)
      .executeTakeFirstOrThrow();
    const setRoles = (now: string[]) =>
      server.deps.db.updateTable('staff').set({ roles: now }).where('id', '=', staffId).execute();
    await setRoles(['administrator']);
    expect(await kindOf(await new HeadlessTablet(server.origin).enrol(code, 'Máy 5'))).toBe('code-invalid');
    await setRoles(roles);
    expect((await new HeadlessTablet(server.origin).enrol(code, 'Máy 5')).status).toBe(200);
  });

  it('expires', async () => {
    const code = await newCode();
    server.setTime('2026-11-24T02:00:01Z');
    const late = await new HeadlessTablet(server.origin).enrol(code, 'Máy 4');
    server.setTime('2026-11-23T02:00:00Z');
    expect(await kindOf(late)).toBe('code-invalid');
  });

  it('is kept only as a hash', async () => {
    const code = (await newCode()).replace('-', '');
    const rows = await server.deps.db.selectFrom('enrolment_codes').selectAll().execute();
    const audit = await server.deps.db.selectFrom('audit').selectAll().execute();
    const kept = JSON.stringify([
      rows.map((row) => ({ ...row, code_hash: row.code_hash.toString('latin1') })),
      audit,
    ]);
    expect(kept).not.toContain(code);
  });
});

describe('a tablet', () => {
  it('that was revoked is told so, with the office’s signature', async () => {
    const tablet = new HeadlessTablet(server.origin);
    await tablet.enrol(await newCode(), 'Máy 5');
    await server.deps.db
      .updateTable('devices')
      .set({ revoked_at: new Date() })
      .where('id', '=', tablet.deviceId)
      .execute();
    await expect(tablet.sync()).rejects.toThrow('device-revoked');
  });

  it('nobody knows gets nothing', async () => {
    const known = new HeadlessTablet(server.origin);
    await known.enrol(await newCode(), 'Máy 6');
    const stranger = new HeadlessTablet(server.origin);
    await stranger.enrol('00000-00000', 'Máy lạ');
    const { response } = await stranger.sendRound({});
    expect([response.status, await kindOf(response)]).toEqual([401, 'unauthorized']);
  });

  it('gets its lease renewed at each contact', async () => {
    const tablet = new HeadlessTablet(server.origin);
    await tablet.enrol(await newCode(), 'Máy 7');
    server.setTime('2026-11-25T02:00:00Z');
    const { leases } = await tablet.sync();
    server.setTime('2026-11-23T02:00:00Z');
    expect(leases).toEqual([{ staffId, until: '2026-12-09T02:00:00.000Z' }]);
  });
});

describe('guessing', () => {
  it('comes to an end, and says how long to wait', async () => {
    const tries = await Promise.all(
      Array.from({ length: 31 }, () => new HeadlessTablet(server.origin).enrol('00000-00000', 'Máy lạ')),
    );
    const stopped = tries.filter((answer) => answer.status === 429);
    expect(stopped.length).toBeGreaterThan(0);
    expect(await stopped[0]?.json()).toMatchObject({
      kind: 'too-many-requests',
      retryAfter: expect.any(Number),
    });
  });
});
