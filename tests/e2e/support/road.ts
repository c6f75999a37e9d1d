import type { Page } from '@playwright/test';
import { enrol } from './at-the-table.ts';
import { Link } from './link.ts';
import { Server } from './server.ts';
import { Tablet } from './tablet.ts';

export const PIN = '274195';

/** An office, a tablet enrolled with it, and the way between them. */
export interface Road {
  readonly server: Server;
  readonly link: Link;
  readonly tablet: Tablet;
  /** The field app on the tablet, unlocked, its service worker ready. */
  readonly page: Page;
  /** The office's address as the tablet knows it. */
  readonly url: string;
}

/** Walks `story` on a road of its own, and takes everything away after it. */
export async function onRoad(story: (road: Road) => Promise<void>): Promise<void> {
  const server = await Server.prepare();
  const link = await Link.lay(server.port);
  const tablet = new Tablet(link.url);
  try {
    await server.start();
    const page = await tablet.switchOn();
    await page.goto(`${link.url}/`);
    await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await story({ server, link, tablet, page, url: link.url });
  } finally {
    await tablet.throwAway();
    await link.takeAway();
    await server.throwAway();
  }
}
