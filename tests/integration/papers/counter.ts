import * as z from 'zod';
import type { DossierAct } from '../../../src/contract/operations/dossier-actions.ts';
import { DossierDetail } from '../../../src/contract/operations/office.ts';
import { DossierPapers, Paper, type PaperForm } from '../../../src/contract/operations/papers.ts';
import type { TestApp } from '../../support/server/test-app.ts';
import { addColleague, addDossier, addTablet, type Browser, id, signedIn } from '../office/desk.ts';

/** An officer at the counter, who acts on dossiers and issues papers through the server's own door. */
export interface Counter {
  readonly browser: () => Browser;
  /** Moves the clock; a new day begins with signing in. */
  setTime(instant: string): Promise<void>;
  file(name?: string, answers?: Readonly<Record<string, unknown>>): Promise<string>;
  act(dossierId: string, act: DossierAct): Promise<DossierDetail>;
  papers(dossierId: string): Promise<DossierPapers>;
  /** The last thing that this form may tell of. */
  issue(dossierId: string, form: PaperForm): Promise<Paper>;
  pdf(paperId: string): Promise<Buffer>;
}

export async function openCounter(office: TestApp, officerName = 'Bùi Thị Hòa'): Promise<Counter> {
  const field = await addColleague(office.deps, {
    roles: ['field'],
    name: 'Lò Văn Páo',
    withoutPassword: true,
  });
  const tablet = await addTablet(office.deps, field.id);
  const officer = await addColleague(office.deps, { roles: ['officer'], name: officerName });
  let browser = await signedIn(office.app, officer);
  const read = async (dossierId: string) =>
    DossierDetail.parse((await browser.call('GET', `/api/office/dossiers/${dossierId}`)).body);
  const counter: Counter = {
    browser: () => browser,
    async setTime(instant) {
      office.setTime(instant);
      browser = await signedIn(office.app, officer);
    },
    async file(name = 'Hà Thị Mây', answers = {}) {
      const dossier = await addDossier(office.deps, tablet, { name });
      const row = await office.deps.db
        .selectFrom('dossiers')
        .select('submission')
        .where('id', '=', dossier.id)
        .executeTakeFirstOrThrow();
      const submission = { ...row.submission, answers: { ...row.submission.answers, ...answers } };
      await office.deps.db
        .updateTable('dossiers')
        .set({ submission: JSON.stringify(submission) })
        .where('id', '=', dossier.id)
        .execute();
      return dossier.id;
    },
    async act(dossierId, act) {
      const { revision } = await read(dossierId);
      const answer = await browser.call('POST', `/api/office/dossiers/${dossierId}/actions`, {
        commandId: id(),
        revision,
        act,
      });
      if (answer.status !== 200)
        throw new Error(`${act.kind}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return DossierDetail.parse(answer.body);
    },
    async papers(dossierId) {
      return DossierPapers.parse(
        (await browser.call('GET', `/api/office/dossiers/${dossierId}/papers`)).body,
      );
    },
    async issue(dossierId, form) {
      const { issuable, papers } = await counter.papers(dossierId);
      const about = [...papers, ...issuable].findLast((one) => one.form === form)?.about;
      const answer = await browser.call('POST', `/api/office/dossiers/${dossierId}/papers`, {
        commandId: id(),
        form,
        about: z.string().parse(about),
      });
      if (answer.status !== 200) throw new Error(`${form}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return Paper.parse(answer.body);
    },
    async pdf(paperId) {
      const answer = await browser.call('GET', `/api/office/papers/${paperId}`);
      if (answer.status !== 200) throw new Error(`paper ${answer.status}`);
      return answer.raw;
    },
  };
  return counter;
}
