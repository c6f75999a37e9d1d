import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { HeadlessTablet } from '../../src/server/demo/tablet.ts';
import { enrolHeadless } from '../e2e/support/arrivals.ts';
import { browserSaysOnline, registerPeople } from '../e2e/support/at-the-sender.ts';
import { enrol, unlock } from '../e2e/support/at-the-table.ts';
import { PIN } from '../e2e/support/road.ts';
import { Server } from '../e2e/support/server.ts';
import { Tablet } from '../e2e/support/tablet.ts';
import { Line } from './line.ts';

/** A page of the tablet's origin on which none of the app's code runs. */
const BARE_PAGE = '/icon-192.png';

/**
 * An office, a line and a tablet enrolled by its real screens; each can be killed at any moment and is mended when the
 * run goes on. `author` is a second tablet, without a screen, with whose keys the bulk of the submissions is made.
 */
export class Station {
  readonly server: Server;
  readonly line: Line;
  readonly tablet: Tablet;
  readonly author: HeadlessTablet;
  /** How often the server ended though nobody killed it. */
  fallen = 0;
  #page: Page | undefined;
  #officeEnding: Promise<void> | undefined;
  #tabletEnding: Promise<void> | undefined;
  #opens: 'the app' | 'a bare page' = 'the app';

  private constructor(server: Server, line: Line, tablet: Tablet, author: HeadlessTablet, page: Page) {
    this.server = server;
    this.line = line;
    this.tablet = tablet;
    this.author = author;
    this.#page = page;
  }

  /** Sets everything up; `people` are registered by the real screens while no line stands, and wait. */
  static async setUp(people: readonly string[]): Promise<Station> {
    const server = await Server.prepare();
    const line = new Line(server.port);
    await line.putUp();
    const tablet = new Tablet(line.url);
    try {
      await server.start();
      const page = await switchOn(tablet);
      await page.goto(`${line.url}/`);
      await enrol(page, { code: server.enrolmentCode, device: 'Máy 03', pin: PIN });
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      const author = await enrolHeadless(server.url, await server.makeEnrolmentCode(), 'Máy 04');
      line.decide(({ isForOffice }) => (isForOffice ? broken : undefined));
      await registerPeople(page, people);
      line.heal();
      return new Station(server, line, tablet, author, page);
    } catch (error) {
      await tablet.throwAway();
      await line.takeDown();
      await server.throwAway();
      throw error;
    }
  }

  /** The page that is open now. */
  get page(): Page {
    if (this.#page === undefined) throw new Error('the tablet is off');
    return this.#page;
  }

  get isTabletOn(): boolean {
    return this.#page !== undefined;
  }

  /** The server dies without a goodbye; false where it was dead already. */
  async killOffice(): Promise<boolean> {
    if (this.#officeEnding !== undefined) return false;
    this.#officeEnding = this.server.stop('SIGKILL');
    await this.#officeEnding;
    return true;
  }

  /** PostgreSQL's first process dies without a goodbye, and with it all the others; the server ends by itself. */
  killDatabase(): boolean {
    if (this.#officeEnding !== undefined) return false;
    const [pid] = readFileSync(join(this.server.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
    this.#officeEnding = (async () => {
      for (let tries = 0; tries < 100 && this.server.isUp; tries++) await sleep(50);
      await this.server.stop('SIGKILL');
    })();
    return true;
  }

  /** The battery dies; false where it was dead already. */
  async killTablet(): Promise<boolean> {
    if (this.#page === undefined || this.#tabletEnding !== undefined) return false;
    this.#page = undefined;
    this.#tabletEnding = this.tablet.kill();
    await this.#tabletEnding;
    return true;
  }

  /** The tab is closed, and nothing else; false where none was open. */
  async closeTab(): Promise<boolean> {
    const page = this.#page;
    if (page === undefined || this.#tabletEnding !== undefined) return false;
    this.#page = undefined;
    this.#tabletEnding = (async () => {
      // With its last tab the browser would go too.
      await this.tablet.context.newPage();
      await page.close();
    })();
    await this.#tabletEnding;
    return true;
  }

  /** Starts what was killed. */
  async mend(): Promise<void> {
    if (this.#officeEnding === undefined && !this.server.isUp) {
      this.fallen += 1;
      await this.server.start();
    }
    if (this.#officeEnding !== undefined) {
      await this.#officeEnding;
      await this.server.start();
      this.#officeEnding = undefined;
    }
    if (this.#tabletEnding !== undefined) {
      await this.#tabletEnding;
      this.#tabletEnding = undefined;
    }
    if (this.#page === undefined) {
      const [left] = this.tablet.isOn ? this.tablet.context.pages() : [];
      this.#page = left ?? (await switchOn(this.tablet));
      await this.open(this.#opens);
    }
  }

  /** Kills the browser and starts it again; `before` is done before the app is opened. */
  async restartTablet<T>(before: (page: Page) => Promise<T>): Promise<T> {
    await this.killTablet();
    this.#tabletEnding = undefined;
    const page = await switchOn(this.tablet);
    const done = await before(page);
    this.#page = page;
    await this.open(this.#opens);
    return done;
  }

  /** What the tablet shows from now on, after each restart too. */
  async open(what: 'the app' | 'a bare page'): Promise<void> {
    this.#opens = what;
    const path = what === 'the app' ? '/' : BARE_PAGE;
    await this.page.goto(`${this.line.url}${path}`, { waitUntil: 'domcontentloaded' });
  }

  /** The surroundings wake the sender: the browser says that it is online. */
  async wakePage(page = this.page): Promise<void> {
    await page.evaluate(() => {
      dispatchEvent(new Event('online'));
    });
  }

  /** The browser wakes the service worker, with no page of the app needed. */
  async wakeWorker(): Promise<void> {
    await browserSaysOnline(this.tablet.context, this.page, this.line.url);
  }

  /** Staff unlocks the tablet, where it is locked. */
  async unlock(): Promise<void> {
    await this.open('the app');
    await unlock(this.page, PIN);
  }

  async takeAway(): Promise<void> {
    await this.tablet.throwAway();
    await this.line.takeDown();
    await this.server.throwAway();
  }
}

/** What is sent into the page to be run there has been compiled with names kept, by a function that pages lack. */
async function switchOn(tablet: Tablet): Promise<Page> {
  const page = await tablet.switchOn();
  await tablet.context.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  return page;
}

async function broken(passage: { readonly cut: () => void }): Promise<'done'> {
  passage.cut();
  return 'done';
}
