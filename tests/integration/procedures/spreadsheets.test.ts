import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromBase64url } from '../../../src/contract/base64url.ts';
import {
  ConvertedXlsForm,
  convertXlsFormPath,
  exportXlsForm,
  ProcedureLine,
  XLSFORM_MEDIA_TYPE,
} from '../../../src/contract/operations/procedures.ts';
import { makeForm } from '../../support/authoring/make-form.ts';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';
import { addColleague, type Browser, signedIn } from '../office/desk.ts';

let server: TestApp;
let office: Browser;
beforeAll(async () => {
  server = await buildTestApp();
  office = await signedIn(server.app, await addColleague(server.deps, { roles: ['administrator'] }));
});
afterAll(() => server.close());

function bring(bytes: Uint8Array, by: Browser = office, language = 'vi') {
  return server.app.inject({
    method: 'POST',
    url: `${convertXlsFormPath}?fileName=gieng.xlsx&language=${language}`,
    headers: {
      'content-type': XLSFORM_MEDIA_TYPE,
      'sec-fetch-site': 'same-origin',
      cookie: by.cookie() ?? '',
    },
    payload: Buffer.from(bytes),
  });
}

const well = {
  survey: `
    | type     | name  | label                  | constraint   | constraint_message
    | text     | owner | Chủ giếng tên là gì?   |              |
    | integer  | depth | Giếng sâu mấy mét?     | . < 100      | Sâu quá.
    | geotrace | way   | Đường đến giếng?       |              |
  `,
  settings: `
    | form_title | form_id      | version
    | Đào giếng  | village_well | 2024010101
  `,
};

it('a spreadsheet becomes a procedure that can be kept and published, and says what it could not carry over', async () => {
  const answer = await bring(await makeForm(well));
  expect(answer.statusCode).toBe(200);
  const { checked, report } = ConvertedXlsForm.parse(answer.json());
  expect(report).toContainEqual(
    expect.objectContaining({ sheet: 'survey', row: 4, message: expect.stringContaining('geotrace') }),
  );
  expect(checked?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  // What the sheet calls its version counts something else.
  expect(checked?.package?.definition).toMatchObject({ version: 1 });
  const kept = await office.call('POST', '/api/office/procedures', { content: checked?.package, note: '' });
  expect(kept.status).toBe(200);
  const { id, version, digest } = ProcedureLine.parse(kept.body);
  expect(digest).toBe(checked?.digest);
  const at = `/api/office/procedures/${id}/versions/${version}/publish`;
  expect(await office.call('POST', at, { digest, from: '2026-11-23' })).toMatchObject({
    status: 200,
    body: { state: 'current', names: { vi: 'Đào giếng' } },
  });
  const next = ConvertedXlsForm.parse((await bring(await makeForm(well))).json());
  expect(next.checked?.package?.definition).toMatchObject({ id, version: 2 });
});

it('what is no spreadsheet, or no form, is refused with one sentence in the language of the screen', async () => {
  const nonsense = ConvertedXlsForm.parse((await bring(new TextEncoder().encode('no zip'))).json());
  expect(nonsense).toMatchObject({ checked: null, report: [{ severity: 'error' }] });
  const noSurvey = await makeForm({ survey: '| type', settings: '| form_title' });
  const [vietnamese, english] = await Promise.all(
    ['vi', 'en'].map(async (language) =>
      ConvertedXlsForm.parse((await bring(noSurvey, office, language)).json()),
    ),
  );
  expect(english?.checked).toBeNull();
  expect(english?.report[0]?.message).not.toBe(vietnamese?.report[0]?.message);
});

it('a shipped procedure goes out as a spreadsheet, says what that cannot say, and comes back as its next version', async () => {
  const answer = await office.call(
    'GET',
    '/api/office/procedures/birth-registration/versions/1/xlsform?language=vi',
  );
  const { workbook, notes } = exportXlsForm.answer.parse(answer.body);
  expect(notes.length).toBeGreaterThan(0);
  const bytes = fromBase64url(workbook);
  if (bytes === undefined) throw new Error('no bytes');
  const { checked } = ConvertedXlsForm.parse((await bring(bytes)).json());
  expect(checked?.package?.definition).toMatchObject({ id: 'birth-registration', version: 2 });
  expect(JSON.stringify(checked?.package?.definition)).toContain('"child.name"');
  const nobody = '/api/office/procedures/nobody/versions/1/xlsform?language=vi';
  expect(await office.call('GET', nobody)).toMatchObject({ status: 404 });
});

it('nobody but administrators has one read, and none of endless length', async () => {
  const officer = await signedIn(server.app, await addColleague(server.deps, { roles: ['officer'] }));
  expect((await bring(await makeForm(well), officer)).statusCode).toBe(403);
  expect((await bring(new Uint8Array(5 * 1024 * 1024))).statusCode).toBe(413);
});
