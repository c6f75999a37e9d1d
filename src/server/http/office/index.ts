import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../deps.ts';
import { addAccounts } from './accounts.ts';
import { addAttachments } from './attachments.ts';
import { addCommunes } from './communes.ts';
import { addCourier } from './courier.ts';
import { addDepartments } from './departments.ts';
import { addDossiers } from './dossiers.ts';
import { addCommuneDrafts } from './drafts.ts';
import { addOwnSession, addSignIn } from './entrance.ts';
import { addEvents } from './events.ts';
import { addHandedItems } from './handed-items.ts';
import { addOfficeLanguages } from './languages.ts';
import { addLogbook } from './logbook.ts';
import { addPapers } from './papers.ts';
import { addProblems } from './problems.ts';
import { addOfficeProcedures } from './procedures.ts';
import { addQueue } from './queue.ts';
import { requireOwnPage, requireSession } from './session.ts';
import { addSettings } from './settings.ts';
import { addStaff } from './staff.ts';
import { addVisits } from './visits.ts';
import { addXlsForms } from './xlsforms.ts';

/*
 *  communes ............... nobody asks who you are
 *  own page (no forgery)
 *    sign-in .............. limited per login and address
 *    session
 *      me, password, out .. a one-time password is enough
 *    session, own password
 *      everything else .... each route asks its policy
 */

/** The office half of the server on `app`; each door is a scope, so a route cannot stand on the wrong side by oversight. */
export async function registerOfficeRoutes(app: FastifyInstance, deps: Deps): Promise<void> {
  addCommunes(app);
  await app.register(async (office) => {
    office.decorateRequest('officeSession', null);
    requireOwnPage(office, deps);
    addSignIn(office, deps);
    await office.register(async (own) => {
      requireSession(own, deps, { oneTimePasswordEnough: true });
      addOwnSession(own, deps);
    });
    await office.register(async (desk) => {
      requireSession(desk, deps, { oneTimePasswordEnough: false });
      addQueue(desk, deps);
      addEvents(desk, deps);
      addDossiers(desk, deps);
      addDepartments(desk, deps);
      addPapers(desk, deps);
      addLogbook(desk, deps);
      addAccounts(desk, deps);
      addAttachments(desk, deps);
      addStaff(desk, deps);
      addHandedItems(desk, deps);
      addVisits(desk, deps);
      addProblems(desk, deps);
      await addCourier(desk, deps);
      addSettings(desk, deps);
      addOfficeProcedures(desk, deps);
      await addXlsForms(desk, deps);
      addCommuneDrafts(desk, deps);
      addOfficeLanguages(desk, deps);
    });
  });
}
