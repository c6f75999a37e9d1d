import type { FastifyInstance } from 'fastify';
import { listDepartments, saveDepartment } from '../../../contract/operations/dossier-actions.ts';
import { saveDepartment as saveDepartmentCommand } from '../../commands/save-department.ts';
import type { Deps } from '../../deps.ts';
import { listDepartments as listDepartmentRows } from '../../storage/departments.ts';
import { listFieldStaff } from '../../storage/staff.ts';
import { addOperation } from '../operation-route.ts';
import { ok, refused } from './outcome.ts';
import { sessionOf } from './session.ts';

/** Where dossiers can be forwarded to, and who can be sent for a supplement: of the asking person's commune. */
export function addDepartments(scope: FastifyInstance, deps: Deps): void {
  addOperation(scope, listDepartments, async (_input, request) => {
    const { commune } = sessionOf(request).actor;
    const [departments, fieldStaff] = await Promise.all([
      listDepartmentRows(deps.db, commune),
      listFieldStaff(deps.db, commune),
    ]);
    return ok({
      departments: departments.map(({ id, name, confirmed, specialists }) => ({
        id,
        name,
        confirmed,
        specialists,
      })),
      fieldStaff,
    });
  });

  addOperation(scope, saveDepartment, async ({ params, body }, request) => {
    const { actor } = sessionOf(request);
    const outcome = await saveDepartmentCommand(deps, actor, { id: params.id, ...body });
    switch (outcome.kind) {
      case 'saved':
        return ok({ id: params.id, name: body.name, confirmed: body.confirmed });
      case 'forbidden':
        return refused('forbidden', outcome.reason);
      case 'commune-unknown':
        return refused('malformed', 'commune');
      case 'taken':
        return refused('conflict', 'taken');
    }
  });
}
