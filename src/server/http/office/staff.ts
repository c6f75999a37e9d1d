import type { FastifyInstance } from 'fastify';
import {
  changeWork,
  createEnrolmentCode,
  createStaff,
  listDevices,
  listStaff,
  renewPassword,
} from '../../../contract/operations/office.ts';
import { changeWork as changeWorkCommand } from '../../commands/change-work.ts';
import { createEnrolmentCode as createEnrolmentCodeCommand } from '../../commands/create-enrolment-code.ts';
import { createStaff as createStaffCommand } from '../../commands/create-staff.ts';
import { renewPassword as renewPasswordCommand } from '../../commands/renew-password.ts';
import type { Deps } from '../../deps.ts';
import { scopeOf } from '../../policies/reach.ts';
import { mayCreateEnrolmentCode } from '../../policies/staff.ts';
import { presentCommune } from '../../presenters/commune.ts';
import { presentDevice, presentPerson, presentStaffLine } from '../../presenters/staff.ts';
import { listDevices as listDeviceRows } from '../../storage/device-queries.ts';
import { findStaffById, listStaff as listStaffRows } from '../../storage/staff.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** Staff, their tablets, and the codes that bring the two together. */
export function addStaff(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listStaff, async (_input, request) => {
    const reach = scopeOf(sessionOf(request).actor, 'see-staff');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    return ok({ staff: (await listStaffRows(deps.db, reach)).map(presentStaffLine) });
  });

  addOperation(scope, createStaff, async ({ body }, request) => {
    const outcome = await createStaffCommand(deps, sessionOf(request).actor, body);
    switch (outcome.kind) {
      case 'created':
        return ok({ staff: presentPerson(outcome.staff), oneTimePassword: outcome.oneTimePassword });
      case 'forbidden':
        return refused('forbidden', outcome.reason);
      case 'commune-unknown':
        return refused('malformed', 'commune');
      case 'department-unknown':
        return refused('malformed', 'department');
      case 'taken':
        return refused('conflict', 'taken');
    }
  });

  addOperation(scope, renewPassword, async ({ params }, request) => {
    const outcome = await renewPasswordCommand(deps, sessionOf(request).actor, params.id);
    switch (outcome.kind) {
      case 'renewed':
        return ok({ staff: presentPerson(outcome.staff), oneTimePassword: outcome.oneTimePassword });
      case 'forbidden':
        return refused('forbidden', outcome.reason);
      case 'staff-unknown':
        return refused('not-found');
    }
  });

  addOperation(scope, changeWork, async ({ params, body }, request) => {
    const outcome = await changeWorkCommand(deps, sessionOf(request).actor, { staffId: params.id, ...body });
    switch (outcome.kind) {
      case 'changed':
        return ok({ staff: presentPerson(outcome.staff), oneTimePassword: outcome.oneTimePassword });
      case 'forbidden':
        return refused('forbidden', outcome.reason);
      case 'staff-unknown':
        return refused('not-found');
      case 'department-unknown':
        return refused('malformed', 'department');
      case 'has-tablets':
        return refused('conflict', 'has-tablets');
    }
  });

  addOperation(scope, listDevices, async (_input, request) => {
    const reach = scopeOf(sessionOf(request).actor, 'see-devices');
    if (reach.kind === 'none') return refused('forbidden', 'role');
    return ok({ devices: (await listDeviceRows(deps.db, reach)).map(presentDevice) });
  });

  addOperation(scope, createEnrolmentCode, async ({ body }, request) => {
    const { actor } = sessionOf(request);
    const staff = await findStaffById(deps.db, body.staffId);
    if (staff === undefined) return refused('not-found');
    const verdict = mayCreateEnrolmentCode(actor, staff);
    if (verdict.kind !== 'allowed') return refused('forbidden', verdict.reason);
    const made = await createEnrolmentCodeCommand(deps, { ...body, createdBy: actor.staffId });
    if (made.kind === 'staff-unknown') return refused('not-found');
    return ok({
      code: made.code,
      staffName: staff.displayName,
      communeName: presentCommune(staff.commune).name,
      expiresAt: made.expiresAt.toISOString(),
      enrolUrl: made.enrolUrl,
    });
  });
}
