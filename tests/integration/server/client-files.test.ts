import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildTestApp, type TestApp } from '../../support/server/test-app.ts';

let server: TestApp;
let clientDir: string;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 've-ban-client-'));
  clientDir = join(folder, 'client');
  await mkdir(join(clientDir, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not yours');
  await writeFile(join(clientDir, 'index.html'), '<!doctype html><title>Về Bản</title>');
  await writeFile(join(clientDir, 'sw.js'), '// worker');
  await writeFile(join(clientDir, 'assets/main-abc123.js'), 'export {};');
  server = await buildTestApp({ clientDir });
});
afterAll(async () => {
  await server.close();
  await rm(join(clientDir, '..'), { recursive: true });
});

const open = (path: string) => fetch(`${server.origin}${path}`, { headers: { accept: 'text/html,*/*' } });

/** `fetch` tidies the path before it asks; an attacker does not. */
function askRaw(path: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    request({ hostname, port, path, headers: { accept: 'text/html' } }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .on('error', reject)
      .end();
  });
}

describe('the files of the web app', () => {
  it.each([
    ['/', 'no-cache', 'text/html'],
    ['/index.html', 'no-cache', 'text/html'],
    ['/sw.js', 'no-cache', 'application/javascript'],
    ['/assets/main-abc123.js', 'public, max-age=31536000, immutable', 'application/javascript'],
    ['/office', 'no-cache', 'text/html'],
    ['/office/dossiers/019?x=1', 'no-cache', 'text/html'],
    ['/enrol', 'no-cache', 'text/html'],
  ])('%s is served with cache-control "%s"', async (path, cacheControl, type) => {
    const response = await open(path);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, cacheControl]);
    expect(response.headers.get('content-type')).toContain(type);
  });

  it('come with the strict policy, pages and answers alike', async () => {
    for (const path of ['/', '/office', '/assets/main-abc123.js', '/api/health', '/api/none']) {
      const policy = (await open(path)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-inline');
      expect(policy).not.toMatch(/https?:/);
    }
  });

  it('appear at once when a new build brings them', async () => {
    expect((await open('/assets/main-def456.js').then((response) => response.text())).includes('new')).toBe(
      false,
    );
    await writeFile(join(clientDir, 'assets/main-def456.js'), '// new');
    expect(await open('/assets/main-def456.js').then((response) => response.text())).toBe('// new');
  });

  it('end at the folder of the web app', async () => {
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%5c..%5csecret.txt',
      '//../secret.txt',
    ]) {
      const { status, text } = await askRaw(path);
      expect(text, path).not.toContain('not yours');
      expect([200, 400, 403, 404], path).toContain(status);
      // 200 is the app's own page for an address it does not know, never another file.
      if (status === 200) expect(text, path).toContain('<title>Về Bản</title>');
    }
  });
});

describe('an address that nobody serves', () => {
  it.each(['/api/nothing', '/api/office/nothing', '/api'])(
    'below /api, %s, answers with an error body',
    async (path) => {
      const response = await open(path);
      expect([response.status, await response.json()]).toEqual([404, { kind: 'not-found' }]);
    },
  );

  it('is no page for what does not ask for one', async () => {
    const script = await fetch(`${server.origin}/assets/gone.js`, { headers: { accept: '*/*' } });
    expect([script.status, await script.json()]).toEqual([404, { kind: 'not-found' }]);
    const posted = await fetch(`${server.origin}/office`, {
      method: 'POST',
      headers: { accept: 'text/html' },
    });
    expect(posted.status).toBe(404);
  });

  it('are given to every tablet of a commune behind one address, however many install at once', async () => {
    const statuses: number[] = [];
    for (let tablet = 0; tablet < 7; tablet++) {
      const files = Array.from({ length: 100 }, () => fetch(`${server.origin}/assets/main-abc123.js`));
      statuses.push(...(await Promise.all(files)).map(({ status }) => status));
    }
    expect([...new Set(statuses)]).toEqual([200]);
    // What asks the office is counted all the same.
    const asked = await Promise.all(Array.from({ length: 700 }, () => fetch(`${server.origin}/api/health`)));
    expect(asked.some(({ status }) => status === 429)).toBe(true);
  });
});
