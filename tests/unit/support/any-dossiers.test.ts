import { expect, it } from 'vitest';
import { Submission } from '../../../src/contract/up/submission.ts';
import { findProcedure } from '../../../src/procedures/catalogue.ts';
import { judgeSubmission } from '../../../src/server/commands/judge-submission.ts';
import { anyDossiers } from '../../support/samples/any-dossiers.ts';

const verdicts = (submissions: readonly Submission[]) =>
  submissions.map((submission) => {
    const { id, version } = submission.procedure;
    const verdict = judgeSubmission(submission, findProcedure(id, version), new Date(submission.finishedAt));
    return verdict.kind === 'acceptable' ? verdict.kind : verdict;
  });

it('makes submissions that the server takes in, all different', async () => {
  const made = await anyDossiers(1, 200, { photos: 2 });
  for (const submission of made) expect(Submission.parse(submission)).toEqual(submission);
  expect(new Set(verdicts(made))).toEqual(new Set(['acceptable']));
  expect(new Set(made.map(({ id }) => id)).size).toBe(200);
  expect(new Set(made.map(({ kind }) => kind))).toEqual(new Set(['account', 'dossier']));
});

it('makes the same ones for the same seed', async () => {
  expect(await anyDossiers(7, 5)).toEqual(await anyDossiers(7, 5));
  expect(await anyDossiers(8, 5)).not.toEqual(await anyDossiers(7, 5));
});

it('names the attachments that it is given', async () => {
  const [first] = await anyDossiers(3, 1, { accounts: 0, photos: 2 });
  const given = first?.attachments ?? [];
  const [other] = await anyDossiers(4, 1, {
    accounts: 0,
    photos: 2,
    attach: ({ number }) => {
      const attachment = given[number];
      if (!attachment) throw new Error('asked for more than there are');
      return attachment;
    },
  });
  expect(other?.attachments).toEqual(given);
  expect(verdicts(other ? [other] : [])).toEqual(['acceptable']);
});
