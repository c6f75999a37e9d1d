import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chromium } from '@playwright/test';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser named by `CHROMIUM_PATH`, else an installed Chromium or Chrome, else the one Playwright keeps. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return isExecutable(named) ? named : undefined;
  return [...KNOWN_PLACES, chromium.executablePath()].find(isExecutable);
}

/**
 * A real browser for the tests, obtained when the machine has none: Debian's package where we are root on Debian or
 * Ubuntu, else the build that Playwright downloads. Says what it does; throws with what to do when nothing helped.
 */
export function obtainChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.env.CHROMIUM_PATH) {
    throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not an executable file.`);
  }
  const isDebianRoot = process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get');
  if (isDebianRoot) {
    console.log('No Chromium found: installing the package "chromium" with apt-get.');
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } else {
    console.log('No Chromium found: asking Playwright to download its build.');
    try {
      execFileSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
        stdio: 'inherit',
      });
    } catch {
      console.log('Playwright could not download a browser.');
    }
  }
  const obtained = findChromium();
  if (obtained === undefined) {
    throw new Error('No browser for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  }
  return obtained;
}
