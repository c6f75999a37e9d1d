// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { HelpButton } from '../../../../../../src/client/features/field/common/help/HelpButton.tsx';
import { startTexts } from '../../../../../../src/client/i18n/i18n.ts';
import { Page, PageTool, TopBar } from '../../../../../../src/client/ui/Page.tsx';

beforeAll(() => startTexts());
afterEach(cleanup);

async function show(path: string, page = <Page>an answer</Page>, base = '') {
  const place = memoryLocation({ path });
  await act(async () => {
    render(
      <Router hook={place.hook} base={base}>
        <PageTool value={<HelpButton />}>
          <Suspense>{page}</Suspense>
        </PageTool>
      </Router>,
    );
  });
  return { go: (to: string) => act(async () => place.navigate(to)) };
}

async function ask() {
  await userEvent.setup().click(screen.getByRole('button', { name: 'Trợ giúp' }));
  return within(await screen.findByRole('dialog'));
}

describe('help', () => {
  it('stands once on a screen, with a top line of its own or without', async () => {
    await show('/');
    expect(screen.getAllByRole('button')).toHaveLength(1);
    cleanup();
    await show('/', <Page top={<TopBar end="saved">where</TopBar>}>an answer</Page>);
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('says what the open screen is for, and whom to call', async () => {
    await show('/slip/0193');
    const sheet = await ask();
    expect(sheet.getByRole('heading', { name: 'Phiếu cho người dân' })).toBeTruthy();
    expect(sheet.getByText('Dữ liệu đi đâu?')).toBeTruthy();
    expect(sheet.getByText(/hãy hỏi bộ phận một cửa/)).toBeTruthy();
  });

  it('knows the screens of the practice ground for those that they are', async () => {
    await show('/practice/slip/0193', undefined, '/practice');
    expect((await ask()).getByRole('heading', { name: 'Phiếu cho người dân' })).toBeTruthy();
    cleanup();
    await show('/practice/settings', undefined, '/practice');
    expect((await ask()).getByRole('heading', { name: 'Tập thử' })).toBeTruthy();
  });

  it('goes when it is closed, and when another screen is open', async () => {
    const { go } = await show('/');
    const sheet = await ask();
    await userEvent.setup().click(sheet.getByRole('button', { name: 'Đóng' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    await ask();
    await go('/settings');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
