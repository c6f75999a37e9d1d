import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { hashEnrolmentCode } from '../../../src/server/commands/create-enrolment-code.ts';
import { SUPERUSER, userForCluster } from '../../../src/server/storage/embedded/cluster.ts';
import { socketDirectory } from '../../../src/server/storage/embedded/socket-directory.ts';
import { freePort } from '../../support/server/free-port.ts';

/** How long a server may take to stop, in milliseconds; its own patience with running requests is shorter. */
const PATIENCE = 90_000;

/** The built server as its own process, on a folder and a port of its own that stay the same over restarts. */
export class Server {
  readonly dataDir = mkdtempSync(join(tmpdir(), 've-ban-server-'));
  readonly port: number;
  readonly url: string;
  #process: ChildProcess | undefined;
  #output = '';

  private constructor(port: number) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async prepare(): Promise<Server> {
    return new Server(await freePort());
  }

  async start(): Promise<void> {
    this.#output = '';
    const child = spawn(process.execPath, [join(process.env.BUILT_APP ?? 'dist', 'server/main.js')], {
      env: {
        ...process.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        DATABASE_URL: '',
        PUBLIC_URL: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    const collect = (chunk: Buffer) => {
      this.#output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    for (let tries = 0; tries < 600; tries++) {
      if (this.#output.includes(`${this.url}/office`)) return;
      if (child.exitCode !== null) throw new Error(`the server ended:\n${this.#output}`);
      await sleep(100);
    }
    throw new Error(`the server did not start:\n${this.#output}`);
  }

  /** Whether its process is there. */
  get isUp(): boolean {
    const child = this.#process;
    return child !== undefined && child.exitCode === null && child.signalCode === null;
  }

  get oneTimePassword(): string {
    return this.#found(/one-time password:\s+(\S+)/);
  }

  get enrolmentCode(): string {
    return this.#found(/enrolment code[^:]*:\s+(\S+)/);
  }

  /** One more code for the first administrator, put where the administrator's screen would have put it. */
  async makeEnrolmentCode(): Promise<string> {
    const code = randomInt(1e10).toString().padStart(10, '0');
    await this.query(
      `insert into enrolment_codes (code_hash, staff_id, commune, created_at, expires_at)
       select $1, id, commune, now(), now() + interval '1 hour' from staff where login = 'admin'`,
      [hashEnrolmentCode(code)],
    );
    return code;
  }

  #found(pattern: RegExp): string {
    const match = pattern.exec(this.#output)?.[1];
    if (match === undefined) throw new Error(`the server did not print ${pattern}:\n${this.#output}`);
    return match;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const isLate = await Promise.race([gone.then(() => false), sleep(PATIENCE, true, { ref: false })]);
    if (!isLate) return;
    child.kill('SIGKILL');
    await gone;
    throw new Error(`the server did not stop:\n${this.#output}`);
  }

  /** Where the running server's database can be reached. */
  async connection(): Promise<{ readonly host: string; readonly user: string; readonly database: string }> {
    const cluster = join(this.dataDir, 'postgres');
    const host = await socketDirectory(cluster, await userForCluster(cluster));
    return { host, user: SUPERUSER, database: 'postgres' };
  }

  /** Looks into the running server's database, as an auditor would. */
  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const client = new pg.Client(await this.connection());
    await client.connect();
    try {
      return (await client.query<Row>(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  async throwAway(): Promise<void> {
    await this.stop();
    rmSync(this.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
