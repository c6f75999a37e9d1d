import { expect, test } from '@playwright/test';
import { begin, enrol, registration, signAndFinish } from './support/at-the-table.ts';
import { Server } from './support/server.ts';
import { Tablet } from './support/tablet.ts';
import { hideLetters, talkWithoutReading } from './support/without-reading.ts';

test('somebody who reads no letter is led to the end by voices and drawings', async () => {
  const server = await Server.prepare();
  const tablet = new Tablet(server.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${server.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: '274195' });
    await begin(page, 'Mở tài khoản dịch vụ công');
    await hideLetters(page);
    expect(await talkWithoutReading(page, registration)).toBeGreaterThan(12);
    await expect(page.locator('[data-voice]').first()).toBeVisible();
    await signAndFinish(page, 'signature.person');
  } finally {
    await tablet.throwAway();
    await server.throwAway();
  }
});
