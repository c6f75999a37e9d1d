// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { makeQueryClient } from '../../../../../src/client/features/office/common/query-client.ts';
import { DossierPapers } from '../../../../../src/client/features/office/dossiers/papers/DossierPapers.tsx';
import { startTexts } from '../../../../../src/client/i18n/i18n.ts';
import {
  DossierPapers as Answer,
  issuePaper,
  listPapers,
} from '../../../../../src/contract/operations/papers.ts';
import { answerWith, DOSSIER, ok, refused } from './office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const papersPath = `GET ${listPapers.path.replace(':id', DOSSIER)}`;
const issuePath = `POST ${issuePaper.path.replace(':id', DOSSIER)}`;
const EXTENDED = '019ab000-0000-7000-8000-0000000000e1';
const APOLOGY = 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết';
const late: Answer = {
  papers: [],
  issuable: [{ form: 'apology', about: EXTENDED, at: '2026-11-25T02:00:00Z' }],
  unconfirmed: ['apology', 'stop'],
  owesApology: true,
  unconfirmedUnitCode: null,
  mayExport: true,
  certificate: { isTest: true, name: 'Thử', fingerprint: 'AA:BB', validTo: '2036-11-23T02:00:00Z' },
};
const paper = {
  id: '019ab000-0000-7000-8000-0000000000f1',
  form: 'apology',
  about: EXTENDED,
  number: '1/PXL',
  issuedAt: '2026-11-25T03:00:00Z',
  byName: 'Phạm Thị Lan',
} as const;

function show() {
  render(
    <QueryClientProvider client={makeQueryClient()}>
      <Suspense>
        <DossierPapers dossierId={DOSSIER} revision={3} />
      </Suspense>
    </QueryClientProvider>,
  );
}

it('offers what the record calls for, says what is not confirmed and owed, and shows the paper once it is issued', async () => {
  let issued = false;
  const asked = answerWith({
    [papersPath]: () =>
      ok(Answer.parse(issued ? { ...late, papers: [paper], issuable: [], owesApology: false } : late)),
    [issuePath]: () => {
      issued = true;
      return ok(paper);
    },
  });
  show();
  expect(await screen.findByText('Hồ sơ quá hạn mà chưa có văn bản xin lỗi')).toBeTruthy();
  expect(screen.getByText('Đã gia hạn. Hãy phát hành văn bản xin lỗi cho người dân.')).toBeTruthy();
  expect(screen.getByText('Bố cục chưa xác nhận')).toBeTruthy();
  expect(screen.getByText(/chứng thư thử/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: `Phát hành: ${APOLOGY}` }));
  const link = await screen.findByRole('link', { name: `Mở để in: ${APOLOGY}` });
  expect(link.getAttribute('href')).toBe(`/api/office/papers/${paper.id}`);
  expect(screen.getByText(/số 1\/PXL/)).toBeTruthy();
  expect(screen.queryByText('Hồ sơ quá hạn mà chưa có văn bản xin lỗi')).toBeNull();
  expect(asked.find(({ route }) => route === issuePath)?.body).toMatchObject({
    form: 'apology',
    about: EXTENDED,
  });
});

it('sends the same command again after a lost answer, and keeps the paper on offer meanwhile', async () => {
  let tries = 0;
  const asked = answerWith({
    [papersPath]: () => ok(Answer.parse(late)),
    [issuePath]: () => {
      tries += 1;
      return tries === 1 ? refused(500, { kind: 'internal' }) : ok(paper);
    },
  });
  show();
  const button = await screen.findByRole('button', { name: `Phát hành: ${APOLOGY}` });
  await userEvent.click(button);
  await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
  await userEvent.click(await screen.findByRole('button', { name: `Phát hành: ${APOLOGY}` }));
  await waitFor(() => expect(asked.filter(({ route }) => route === issuePath)).toHaveLength(2));
  const [first, second] = asked.filter(({ route }) => route === issuePath);
  expect(second?.body).toEqual(first?.body);
});

it('warns where the certificate has ended, and offers no file to whom it is not given', async () => {
  const ended = { ...late.certificate, isTest: false, validTo: '2020-01-01T00:00:00Z' };
  answerWith({ [papersPath]: () => ok(Answer.parse({ ...late, certificate: ended, mayExport: false })) });
  show();
  expect(await screen.findByText(/đã hết hạn ngày 01\/01\/2020/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Tải tệp lưu trữ' })).toBeNull();
});
