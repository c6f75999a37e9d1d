import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { obtainChromium } from './browser/find-chromium.ts';

/*
 * Bytes of script and style that a new tablet must fetch before the first field screen can be used, counted in a real
 * browser on the built app, each file gzipped at level 9. The service worker's later precaching does not count.
 */

const BUDGET = 200 * 1024;
const ROOT = 'dist/client';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path.startsWith('/api/')) {
    response.writeHead(503).end();
    return;
  }
  const file = join(ROOT, path);
  const served = existsSync(file) && statSync(file).isFile() ? file : join(ROOT, 'index.html');
  response.writeHead(200, { 'content-type': TYPES[extname(served)] ?? 'application/octet-stream' });
  createReadStream(served).pipe(response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const browser = await chromium.launch({
  executablePath: obtainChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const context = await browser.newContext({ serviceWorkers: 'block', locale: 'vi-VN' });
  const page = await context.newPage();
  const fetched = new Set<string>();
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (/\.(js|css)$/.test(path)) fetched.add(path);
  });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.locator('main h1').first().waitFor();
  await page.locator('main').locator('button, input, a').first().waitFor();

  const sizes = [...fetched]
    .map((path) => ({ path, bytes: gzipSync(readFileSync(join(ROOT, path)), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes } of sizes) console.log(`  ${(bytes / 1024).toFixed(1).padStart(7)} kB  ${path}`);
  console.log(
    `  ${(total / 1024).toFixed(1).padStart(7)} kB  before the first screen; budget ${BUDGET / 1024} kB`,
  );
  // The lock is part of the first script, so a tablet that is enrolled already reads no more than the page itself names.
  const named = [
    ...readFileSync(join(ROOT, 'index.html'), 'utf8').matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g),
  ];
  const lock = sizes.filter(({ path }) => named.some(([, name]) => name === path));
  const lockTotal = lock.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`  ${(lockTotal / 1024).toFixed(1).padStart(7)} kB  of it for the lock of an enrolled tablet`);
  if (sizes.length === 0) throw new Error('nothing was counted: the page fetched no script');
  if (total > BUDGET) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
