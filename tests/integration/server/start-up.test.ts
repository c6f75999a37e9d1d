import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../support/server/free-port.ts';
import { makeSelfSigned } from '../../support/server/self-signed.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 've-ban-main-'));
  await chmod(directory, 0o711);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function spawnServer(environment: Readonly<Record<string, string>>) {
  return spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {
    env: { PATH: process.env.PATH ?? '', DATA_DIR: join(directory, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the product's own main file until it prints `until`, or ends; then asks it to stop. */
async function run(environment: Readonly<Record<string, string>>, until?: string) {
  const child = spawnServer(environment);
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
    if (until !== undefined && out.includes(until)) child.kill('SIGTERM');
  });
  child.stderr.on('data', (chunk) => {
    errors += String(chunk);
  });
  const [code] = await once(child, 'exit');
  return { code, out, errors };
}

const secretIn = (out: string, label: string) => new RegExp(`${label}[^:]*: +(\\S+)`).exec(out)?.[1];

describe('the server', () => {
  it.each([
    ['PORT', { PORT: '99999' }],
    ['HOST', { HOST: '192.0.2.1' }],
    ['TLS_KEY', { TLS_CERT: 'package.json' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }],
    ['DATA_DIR', { DATA_DIR: 'package.json/data' }],
    // Node's own recursive mkdir never ends there.
    ['DATA_DIR', { DATA_DIR: '/proc/ve-ban/data' }],
  ])('stops with one line that names %s', async (name, environment) => {
    const { code, out, errors } = await run(environment);
    expect([code, out]).toEqual([1, '']);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect(errors).toMatch(new RegExp(`^${name}: `));
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const { code, errors } = await run({ PORT: port });
    other.close();
    expect([code, errors.startsWith(`PORT: ${port} is already in use`)]).toEqual([1, true]);
  });

  it('prints addresses and first secrets, new ones until they were used, and ends in good order', async () => {
    const port = String(await freePort());
    const first = await run({ PORT: port }, 'enrolment code');
    expect([first.code, first.errors]).toEqual([0, '']);
    expect(first.out).toContain(`http://127.0.0.1:${port}/office`);
    const second = await run({ PORT: port }, 'enrolment code');
    const passwords = [first, second].map(({ out }) => secretIn(out, 'one-time password'));
    expect(passwords[0]).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
    expect(passwords[1]).not.toBe(passwords[0]);
    expect(await readdir(join(directory, 'data'))).toEqual(
      expect.arrayContaining(['keys', 'postgres', 'attachments']),
    );
    const keys = join(directory, 'data/keys');
    const [name] = await readdir(keys);
    expect((await stat(keys)).mode & 0o777).toBe(0o700);
    expect((await stat(join(keys, name ?? ''))).mode & 0o777).toBe(0o600);
  });

  it('speaks TLS with the certificate it was given', async () => {
    const { cert, key } = makeSelfSigned();
    const paths = { TLS_CERT: join(directory, 'cert.pem'), TLS_KEY: join(directory, 'key.pem') };
    await writeFile(paths.TLS_CERT, cert);
    await writeFile(paths.TLS_KEY, key);
    const port = String(await freePort());
    const child = spawnServer({ PORT: port, ...paths });
    const ended = once(child, 'exit');
    try {
      const [line] = await once(child.stdout, 'data');
      expect(String(line)).toContain(`https://127.0.0.1:${port}/office`);
      const answer = await askOverTls(port, cert);
      expect(answer).toMatchObject({ status: 200, hsts: expect.stringContaining('max-age=') });
      expect(JSON.parse(answer.text)).toMatchObject({ status: 'ok' });
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
  });
});

/** One request that trusts `cert` and nothing else. */
function askOverTls(port: string, cert: string) {
  return new Promise<{ status: number; hsts: string; text: string }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: '/api/health', ca: cert, servername: 'localhost' };
    request(options, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => {
        const { headers, statusCode } = response;
        const hsts = String(headers['strict-transport-security']);
        resolve({ status: statusCode ?? 0, hsts, text });
      });
    })
      .on('error', reject)
      .end();
  });
}
