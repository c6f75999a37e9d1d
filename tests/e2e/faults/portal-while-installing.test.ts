import { expect, test } from '@playwright/test';
import { enrol, unlock } from '../support/at-the-table.ts';
import { Link } from '../support/link.ts';
import { PIN } from '../support/road.ts';
import { Server } from '../support/server.ts';
import { Tablet } from '../support/tablet.ts';

test('a portal that answers for the app while it is kept for offline use gets nothing of its own kept', async () => {
  const server = await Server.prepare();
  const link = await Link.lay(server.port);
  const tablet = new Tablet(link.url);
  try {
    await server.start();
    const page = await tablet.switchOn();

    await test.step('the page is the office’s, what the service worker fetches is the portal’s', async () => {
      link.decide(({ path, wantedFor }) =>
        wantedFor === 'empty' && !path.startsWith('/api/') ? 'captive portal' : 'passes',
      );
      await page.goto(`${link.url}/`);
      await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
      await expect
        .poll(() => link.passages.filter(({ fate }) => fate === 'captive portal').length, { timeout: 30_000 })
        .toBeGreaterThan(0);
      await expect
        .poll(async () =>
          page.evaluate(async () => {
            const registration = await navigator.serviceWorker.getRegistration();
            return [registration?.active, registration?.waiting, registration?.installing].some(Boolean);
          }),
        )
        .toBe(false);
      const kept = await page.evaluate(async () => {
        const names = await caches.keys();
        return (await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))).flat().length;
      });
      expect(kept).toBe(0);
    });

    await test.step('with the portal gone the app is kept whole, and starts without a network', async () => {
      link.decide(() => 'passes');
      await page.goto(`${link.url}/`);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await server.stop();
      await tablet.kill();
      const cold = await tablet.switchOn();
      await cold.goto(`${link.url}/`);
      await unlock(cold, PIN);
    });
  } finally {
    await tablet.throwAway();
    await link.takeAway();
    await server.throwAway();
  }
});
