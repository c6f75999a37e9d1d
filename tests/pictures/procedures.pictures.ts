import { test } from '@playwright/test';
import { signInFirstTime } from '../e2e/support/at-the-office.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { shoot } from './shoot.ts';

test('the office’s procedures, and the pages for everybody', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await signInFirstTime(page, server.url, {
      login: 'admin',
      password: server.oneTimePassword,
      next: 'mua-xuan-ve-ban-2026',
    });
    for (const [path, name] of [
      ['/office/procedures', 'office-procedures'],
      ['/office/procedures/new', 'office-procedure-new'],
      ['/office/procedures/marriage-registration/1', 'office-procedure'],
      ['/thu-tuc', 'public-procedures'],
      ['/thu-tuc?tim=giay+khai+sinh', 'public-found'],
      ['/thu-tuc/marriage-registration', 'public-procedure'],
      ['/thu-tuc/marriage-registration?lang=en', 'public-procedure-en'],
    ] as const) {
      await page.goto(`${server.url}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await shoot(page, name, path.startsWith('/office') ? { desk: 'too' } : {});
    }
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
