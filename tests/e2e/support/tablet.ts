import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { obtainChromium } from '../../support/browser/find-chromium.ts';

/*
 * A tablet is a whole browser process with a profile of its own, started by us so that it can be killed like a tablet
 * whose battery dies: SIGKILL to the process group, no goodbye to any page.
 */

export type Screen = { readonly width: number; readonly height: number };
export const TABLET: Screen = { width: 1280, height: 800 };

export class Tablet {
  readonly profile = mkdtempSync(join(tmpdir(), 've-ban-tablet-'));
  #process: ChildProcess | undefined;
  #browser: Browser | undefined;
  readonly #origin: string;
  readonly #screen: Screen;
  readonly #camera: string | undefined;

  /** `camera`: a y4m film that its camera sees, over and over, in place of the browser's own test picture. */
  constructor(origin: string, screen: Screen = TABLET, camera?: string) {
    this.#origin = origin;
    this.#screen = screen;
    this.#camera = camera;
  }

  /** Starts the browser on this tablet's profile; what an earlier run stored is there again. */
  async switchOn(): Promise<Page> {
    const portFile = join(this.profile, 'DevToolsActivePort');
    rmSync(portFile, { force: true });
    const child = spawn(
      obtainChromium(),
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        // Tablets and phones lay their scrollbars over the page; a desktop's would take 15 px of it.
        '--hide-scrollbars',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--lang=vi-VN',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        ...(this.#camera === undefined ? [] : [`--use-file-for-fake-video-capture=${this.#camera}`]),
        '--remote-debugging-port=0',
        `--user-data-dir=${this.profile}`,
        `--window-size=${this.#screen.width},${this.#screen.height}`,
        'about:blank',
      ],
      {
        detached: true,
        stdio: 'ignore',
        env: { ...process.env, TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8' },
      },
    );
    this.#process = child;
    this.#browser = await chromium.connectOverCDP(await debuggingAddress(portFile));
    const context = this.context;
    await context.grantPermissions(['camera', 'background-sync'], { origin: this.#origin });
    // The page's own security policy forbids reading blob: addresses, so the pictures it makes are remembered here.
    await context.addInitScript(() => {
      const made = new Map<string, Blob>();
      const original = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (object: Blob | MediaSource) => {
        const url = original(object);
        if (object instanceof Blob) made.set(url, object);
        return url;
      };
      Object.assign(window, { picturesMade: made });
    });
    const page = context.pages()[0] ?? (await context.newPage());
    await page.setViewportSize(this.#screen);
    context.setDefaultTimeout(40_000);
    return page;
  }

  /** Whether its browser runs. */
  get isOn(): boolean {
    return this.#browser !== undefined;
  }

  get context(): BrowserContext {
    const context = this.#browser?.contexts()[0];
    if (context === undefined) throw new Error('the tablet is switched off');
    return context;
  }

  /** The battery dies. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined) return;
    // A browser that fell down by itself is gone already; what it started may still be there.
    const isGone = child.exitCode !== null || child.signalCode !== null;
    const gone = isGone ? undefined : once(child, 'exit');
    killGroup(child.pid);
    await gone;
    await this.#browser?.close().catch(() => undefined);
    // The lock of a killed browser names a process that is no more; the next start takes over.
    for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) {
      rmSync(join(this.profile, name), { force: true });
    }
    this.#process = undefined;
    this.#browser = undefined;
  }

  async throwAway(): Promise<void> {
    await this.kill();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** The bytes of each picture that the screen shows now, as they were decrypted for it. */
export async function picturesShown(page: Page): Promise<Buffer[]> {
  await page.locator('main img[src^="blob:"]').first().waitFor();
  const pictures = await page.locator('main img[src^="blob:"]').evaluateAll((images) =>
    Promise.all(
      images.map(async (image) => {
        const { picturesMade } = window as unknown as { picturesMade: Map<string, Blob> };
        const blob = picturesMade.get((image as HTMLImageElement).src);
        return Array.from(new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0)));
      }),
    ),
  );
  return pictures.map((bytes) => Buffer.from(bytes));
}

async function debuggingAddress(portFile: string): Promise<string> {
  for (let tries = 0; tries < 900; tries++) {
    if (existsSync(portFile)) {
      const [port, path] = readFileSync(portFile, 'utf8').split('\n');
      if (port && path) return `ws://127.0.0.1:${port}${path}`;
    }
    await sleep(100);
  }
  throw new Error('the browser did not start within 90 seconds');
}
