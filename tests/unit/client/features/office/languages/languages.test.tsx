// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nextSteps } from '../../../../../../src/client/features/office/languages/next-steps.ts';
import { tablesOf } from '../../../../../../src/client/features/office/languages/translator-files.ts';
import { OfficeApp } from '../../../../../../src/client/features/office/OfficeApp.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import {
  importLanguage,
  LanguageLine,
  listLanguages,
  listPhrases,
  OfficePhrase,
} from '../../../../../../src/contract/operations/languages.ts';
import { answerWith, mePath, officer, ok, refused } from '../office-server.ts';

beforeAll(() => startTexts());
afterEach(cleanup);

const TAG = 'mtq-Latn-VN';
const VOICE = '019ab000-0000-7000-8000-0000000000e1';
const line = LanguageLine.parse({
  language: TAG,
  version: 2,
  publishedAt: '2026-11-23T02:00:00Z',
  phrases: 100,
  texts: { draft: 3, checked: 20 },
  voices: { draft: 4, checked: 30, outdated: 1 },
  speakers: 3,
  thanks: [{ name: 'Bùi Thị Hòa', village: 'bản Đôn', variety: 'Mường trong', voices: 30 }],
  unpublished: { texts: 2, voices: 5 },
  allowed: ['edit', 'check', 'publish', 'import'],
});
const empty = LanguageLine.parse({
  ...line,
  ...{ language: 'hmn-Latn-VN', version: null, publishedAt: null, speakers: 0, thanks: [] },
  ...{ texts: { draft: 0, checked: 0 }, voices: { draft: 0, checked: 0, outdated: 0 } },
  unpublished: { texts: 0, voices: 0 },
});
const next = OfficePhrase.parse({
  phrase: 'interview:go.next',
  where: 'interview',
  vietnamese: 'Tiếp theo',
  text: { text: 'xxx', status: 'draft', by: 'Hà Văn A', checkedBy: null, isOutdated: false, mayCheck: true },
  voices: [
    {
      ...{ id: VOICE, status: 'draft', speaker: 'Bùi Thị Hòa', village: 'bản Đôn', variety: 'Mường trong' },
      ...{ recordedOn: '2026-11-22', seconds: 1.2, checkedBy: null, isOutdated: false, mayCheck: true },
    },
  ],
});
const photos = OfficePhrase.parse({
  phrase: 'interview:photo.enough',
  where: 'interview',
  vietnamese: 'Đã đủ {{count}} ảnh cho giấy này.',
  text: null,
  voices: [],
});

const root = '/api/office/languages';
const phrasesPath = `GET ${listPhrases.path.replace(':language', TAG)}`;
const signedIn = {
  [mePath]: () => ok({ ...officer, roles: ['supervisor'] }),
  [`GET ${listLanguages.path}`]: () => ok({ languages: [empty, line] }),
  [phrasesPath]: () =>
    ok({
      phrases: [next, photos],
      total: 2,
      places: [
        { where: 'interview', phrases: 2, texts: 1, voices: 1 },
        { where: 'burial-support', phrases: 56, texts: 0, voices: 0 },
      ],
    }),
};

function openAt(address: string) {
  window.history.replaceState(null, '', address);
  render(
    <Suspense>
      <OfficeApp />
    </Suspense>,
  );
  return userEvent.setup();
}

describe('the room for languages', () => {
  it('thanks who lent a voice and agreed to be named, and says what comes next; the furthest first', async () => {
    answerWith(signedIn);
    openAt('/office/languages');
    const cards = await screen.findAllByRole('article');
    expect(cards.map((card) => within(card).getByRole('heading', { level: 2 }).textContent)).toEqual([
      'Tiếng Mường',
      'Tiếng Mông',
    ]);
    const [muong, mong] = cards;
    if (muong === undefined || mong === undefined) throw new Error('no cards');
    expect(muong.textContent).toContain('20 câu đã kiểm tra, 3 bản nháp, trong 100 câu');
    expect(within(muong).getByText('Bùi Thị Hòa').parentElement?.textContent).toBe(
      'Bùi Thị Hòa, bản Đôn, Mường trong (30 câu)',
    );
    expect(muong.textContent).toContain('và 2 người không muốn nêu tên');
    expect(within(muong).getByRole('link', { name: '7 câu chờ người thứ hai kiểm tra' })).toHaveProperty(
      'href',
      expect.stringContaining(`/office/languages/${TAG}?state=to-check`),
    );
    expect(mong.textContent).toContain('Chưa có câu nào.');
  });

  it('shows the draft beside the Vietnamese, and passes on a second person’s word on the very words', async () => {
    const asked = answerWith({ ...signedIn, [`POST ${root}/${TAG}/text/check`]: () => ok({}) });
    const user = openAt(`/office/languages/${TAG}`);
    expect(await screen.findByText('Bản nháp của Hà Văn A')).toBeDefined();
    await screen.findByRole('option', {
      name: 'Hỗ trợ chi phí mai táng: 56 câu, 0 có chữ, 0 có giọng',
    });
    await user.click(screen.getByRole('button', { name: 'Đúng, tôi đã kiểm tra' }));
    await waitFor(() =>
      expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({
        phrase: 'interview:go.next',
        text: 'xxx',
      }),
    );
  });

  it('is written in place, keeps the blanks, and keeps what was typed when somebody was faster', async () => {
    const asked = answerWith({
      ...signedIn,
      [`PUT ${root}/${TAG}/text`]: () => refused(409, { kind: 'conflict' }),
    });
    const user = openAt(`/office/languages/${TAG}`);
    await user.click(
      await screen.findByRole('button', { name: `Viết bản dịch của câu: ${photos.vietnamese}` }),
    );
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', {
      name: `Bản dịch của câu: ${photos.vietnamese}`,
    });
    expect(document.activeElement).toBe(box);
    expect(box.getAttribute('aria-describedby')).not.toBeNull();
    await user.type(box, 'xxx');
    expect(screen.getByRole('button', { name: 'Lưu bản nháp' })).toHaveProperty('disabled', true);
    await user.type(box, ' {{{{count}}');
    expect(box.value).toBe('xxx {{count}}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('Đã có người khác thay đổi.');
    expect(box.value).toBe('xxx {{count}}');
    expect(asked.find(({ route }) => route.startsWith('PUT'))?.body).toEqual({
      phrase: photos.phrase,
      of: photos.vietnamese,
      text: 'xxx {{count}}',
      replaces: null,
    });
    await user.type(box, '{Escape}');
    expect(screen.queryByRole('button', { name: 'Lưu bản nháp' })).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe(
      `Viết bản dịch của câu: ${photos.vietnamese}`,
    );
  });

  it('plays a recording from the office and takes a word on it', async () => {
    const asked = answerWith({ ...signedIn, [`POST ${root}/voices/${VOICE}/check`]: () => ok({}) });
    const user = openAt(`/office/languages/${TAG}`);
    await screen.findByText('Chờ người thứ hai kiểm tra');
    expect(document.querySelector('audio')?.getAttribute('src')).toBe(`${root}/voices/${VOICE}/sound`);
    await user.click(screen.getByRole('button', { name: 'Ghi lại' }));
    await waitFor(() =>
      expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({ verdict: 'again' }),
    );
  });

  it('says what publishing changes and that drafts go too, before it asks the server', async () => {
    const asked = answerWith({ ...signedIn, [`POST ${root}/${TAG}/publish`]: () => ok({ version: 3 }) });
    const user = openAt(`/office/languages/${TAG}`);
    await user.click(await screen.findByRole('button', { name: 'Công bố' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('2 thay đổi về chữ và 5 thay đổi về giọng nói');
    expect(dialog.textContent).toContain('7 câu chưa được kiểm tra cũng đi theo');
    await user.click(within(dialog).getByRole('button', { name: 'Công bố' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked.some(({ route }) => route === `POST ${root}/${TAG}/publish`)).toBe(true);
  });

  it('takes a translator’s file under its own name, and says each thing that is wrong with it', async () => {
    const asked = answerWith({
      ...signedIn,
      [`POST ${importLanguage.path.replace(':language', TAG)}`]: () =>
        ok({ taken: 0, findings: [{ phrase: 'interview:go.next', why: 'placeholders' }] }),
    });
    const user = openAt(`/office/languages/${TAG}`);
    await user.click(await screen.findByRole('button', { name: 'Tệp cho người dịch' }));
    const picker = document.querySelector<HTMLInputElement>('[data-languages="files"]');
    if (picker === null) throw new Error('no way to choose a file');
    const bring = (text: string, name: string) =>
      user.upload(picker, new File([text], name, { type: 'application/json' }));
    await bring('{"go":{"next":"xxx {{a}}"}}', 'interview.json');
    expect((await screen.findByRole('alert')).textContent).toContain(
      'interview:go.next: chỗ trống khác với câu tiếng Việt',
    );
    expect(asked.find(({ route }) => route.startsWith('POST'))?.body).toEqual({
      files: { interview: { go: { next: 'xxx {{a}}' } } },
    });
    await bring('not json', 'notes.json');
    await screen.findByText('Không đọc được tệp notes.json. Tệp phải là JSON.');
  });
});

describe('what comes next', () => {
  it('is that everything is done, where it is', () => {
    const done = { ...line, unpublished: { texts: 0, voices: 0 } };
    const all = { draft: 0, checked: 100, outdated: 0 };
    expect(nextSteps({ ...done, texts: all, voices: all }, false)).toEqual([{ what: 'done', count: 100 }]);
  });

  it('asks for no translation of a language that the app brings whole', () => {
    expect(
      nextSteps({ ...line, texts: { draft: 0, checked: 0 } }, true).map(({ what }) => what),
    ).not.toContain('write');
  });
});

it('a file of a single procedure is known by its name, and the one file that was given out by its tables', () => {
  expect(tablesOf('burial-support.json', { name: 'xxx' })).toEqual({
    'procedures/burial-support': { name: 'xxx' },
  });
  const whole = { interview: { go: {} }, 'procedures/shared': {} };
  expect(tablesOf('anything.json', whole)).toEqual(whole);
  expect(tablesOf('list.json', [])).toBeUndefined();
});
