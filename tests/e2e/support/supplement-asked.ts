import type { Page } from '@playwright/test';
import { DossierDetail } from '../../../src/contract/operations/office.ts';
import type { SupplementItem } from '../../../src/contract/operations/supplements.ts';
import type { Submission } from '../../../src/contract/up/submission.ts';
import { HeadlessTablet } from '../../../src/server/demo/tablet.ts';
import { finishedBirth } from '../../support/tablet/enrolled-tablet.ts';
import type { Server } from './server.ts';

/* A dossier of the first administrator from another tablet, and an officer who asks for more: without their screens. */

export async function fileElsewhere(server: Server): Promise<Submission> {
  const author = new HeadlessTablet(server.url);
  await author.enrol(await server.makeEnrolmentCode(), 'Máy khác');
  const { submission, photos, sealed } = await finishedBirth(author);
  await author.sync([sealed]);
  for (const photo of photos) await author.upload(photo);
  return submission;
}

/** Asked by whoever is signed in on this page of the office. */
export async function askForMore(
  office: Page,
  dossierId: string,
  reason: string,
  items: readonly SupplementItem[],
): Promise<void> {
  const { revision } = await readDossier(office, dossierId);
  const act = { kind: 'request-supplement', reason, items, assignedTo: null };
  const answer = await ask(office, `/api/office/dossiers/${dossierId}/actions`, {
    commandId: crypto.randomUUID(),
    revision,
    act,
  });
  DossierDetail.parse(answer);
}

/** The dossier as the office's page is told of it. */
export async function readDossier(office: Page, dossierId: string): Promise<DossierDetail> {
  return DossierDetail.parse(await ask(office, `/api/office/dossiers/${dossierId}`));
}

/** One question to the office from its own page; with a body it is a POST. */
export async function ask(office: Page, path: string, body?: object): Promise<unknown> {
  return await office.evaluate(
    async ([to, sent]) => {
      const init = sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) };
      const response = await fetch(to, { ...init, headers: { 'content-type': 'application/json' } });
      return await response.json();
    },
    [path, body] as const,
  );
}
