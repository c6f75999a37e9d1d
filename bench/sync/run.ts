import { randomBytes } from 'node:crypto';
import { argv } from 'node:process';
import type { SealedAttachment } from '../../src/contract/up/submission.ts';
import type { TakenPhoto } from '../../src/server/demo/tablet.ts';
import { Server } from '../../tests/e2e/support/server.ts';
import { anyDossiers } from '../../tests/support/samples/any-dossiers.ts';
import { seededRandom } from '../../tests/support/samples/seeded-random.ts';
import { IdealReceiver, packIdeal, sendIdeal } from './ideal.ts';
import { type LineQuality, SlowLink } from '../../tests/support/line/slow-link.ts';
import { BenchTablet, type Finished, sendAll } from './tablet.ts';

/*
 * What a bad line costs: the app's own sender, over its own wire, to the built server, beside the ideal stream of
 * `ideal.ts`, each over the same line with the same cuts. Prints ratios: of the bytes that went up, of the bytes both
 * ways, and of the time. `npm run bench:sync -- --only small|photos --seed N`.
 */

const LINE: LineQuality = { up: 32_000, down: 125_000, latency: 150, cutEvery: 15_000 };
const PHOTO_BYTES = 200_000;

interface Cost {
  readonly up: number;
  readonly down: number;
  readonly seconds: number;
  readonly cuts: number;
}

interface Load {
  readonly finished: readonly Finished[];
  readonly plaintexts: readonly Uint8Array[];
}

async function main(): Promise<void> {
  const seed = Number(option('--seed') ?? 20261122);
  const only = option('--only');
  console.log(`seed ${seed}; 256 kbit/s up, 1 Mbit/s down, 300 ms round trip, cut about every 15 s`);
  const server = await Server.prepare();
  try {
    await server.start();
    const tablet = await BenchTablet.enrol(server);
    if (only !== 'photos') {
      await compare('500 dossiers of about 3 kB', server, tablet, await load(tablet, seed, 500, 0), seed);
    }
    if (only !== 'small') {
      await compare('50 dossiers, two photos of 200 kB', server, tablet, await load(tablet, seed + 1, 50, 2), seed);
    }
  } finally {
    await server.throwAway();
  }
}

async function load(tablet: BenchTablet, seed: number, count: number, photos: number): Promise<Load> {
  const { author } = tablet;
  const finished: Finished[] = [];
  const plaintexts: Uint8Array[] = [];
  const taken: TakenPhoto[] = [];
  const takenNow: SealedAttachment[][] = [];
  for (let i = 0; i < count; i += 1) {
    const mine: TakenPhoto[] = [];
    for (let page = 0; page < photos; page += 1) {
      // A photo is compressed already: random bytes are what a compressor sees of it.
      const bytes = new Uint8Array(randomBytes(PHOTO_BYTES));
      plaintexts.push(bytes);
      mine.push(await author.takePhoto('birthProof', bytes, 'image/jpeg'));
    }
    taken.push(...mine);
    takenNow.push(mine.map(({ sealed }) => sealed));
  }
  const submissions = anyDossiers(seed, count, { assistedBy: author.assistedBy, photos: takenNow });
  for (const [index, submission] of submissions.entries()) {
    plaintexts.push(new TextEncoder().encode(JSON.stringify(submission)));
    const ids = new Set(takenNow[index]?.map(({ id }) => id));
    finished.push({
      submission,
      sealed: await author.seal(submission),
      photos: taken.filter(({ sealed }) => ids.has(sealed.id)),
    });
  }
  return { finished, plaintexts };
}

async function compare(
  title: string,
  server: Server,
  tablet: BenchTablet,
  { finished, plaintexts }: Load,
  seed: number,
): Promise<void> {
  const ideal = await costOfIdeal(packIdeal(plaintexts), seed);
  const ours = await costOfOurs(server, tablet, finished, seed);
  const missing = await countMissing(server, finished);
  console.log(`\n${title} (${perItem(plaintexts, finished)} bytes of text each)`);
  console.log('            bytes up  bytes down   seconds  cuts');
  console.log(line('ideal', ideal));
  console.log(line('Về Bản', ours));
  console.log(
    `ratio: bytes up ${ratio(ours.up, ideal.up)}, both ways ${ratio(ours.up + ours.down, ideal.up + ideal.down)}, time ${ratio(ours.seconds, ideal.seconds)}; lost ${missing.lost}, doubled ${missing.doubled}`,
  );
  if (missing.lost + missing.doubled > 0) process.exitCode = 1;
}

async function costOfIdeal(stream: Buffer, seed: number): Promise<Cost> {
  const receiver = await IdealReceiver.open(stream.length);
  const link = await SlowLink.lay(LINE, seededRandom(seed), receiver.port);
  const cost = await measure(link, () => sendIdeal(stream, link.port));
  await link.takeAway();
  await receiver.close();
  return cost;
}

async function costOfOurs(
  server: Server,
  tablet: BenchTablet,
  finished: readonly Finished[],
  seed: number,
): Promise<Cost> {
  const storage = await tablet.storageWith(finished);
  const link = await SlowLink.lay(LINE, seededRandom(seed), server.port);
  const cost = await measure(link, () => sendAll(storage, `http://127.0.0.1:${link.port}`, seededRandom(seed)));
  await link.takeAway();
  storage.close();
  return cost;
}

async function measure(link: SlowLink, work: () => Promise<void>): Promise<Cost> {
  const began = performance.now();
  await work();
  return { ...link.bytes, seconds: (performance.now() - began) / 1000, cuts: link.cuts };
}

/** Asks the server's own database. */
async function countMissing(server: Server, finished: readonly Finished[]) {
  const ids = finished.map(({ submission }) => submission.id);
  const photos = finished.flatMap((one) => one.photos.map(({ sealed }) => sealed.id));
  const rows = await server.query<{ id: string; times: string }>(
    `select id, count(*) as times from (
       select id from dossiers union all select id from accounts
     ) kept where id = any($1) group by id`,
    [ids],
  );
  const stored = await server.query<{ id: string }>(
    `select id from attachments where id = any($1) and state = 'stored'`,
    [photos],
  );
  return {
    lost: ids.length - rows.length + photos.length - stored.length,
    doubled: rows.filter(({ times }) => Number(times) !== 1).length,
  };
}

function perItem(plaintexts: readonly Uint8Array[], finished: readonly Finished[]): number {
  const text = plaintexts.reduce((sum, { length }) => sum + (length === PHOTO_BYTES ? 0 : length), 0);
  return Math.round(text / finished.length);
}

function line(name: string, { up, down, seconds, cuts }: Cost): string {
  return `${name.padEnd(8)}${String(up).padStart(12)}${String(down).padStart(12)}${seconds.toFixed(1).padStart(10)}${String(cuts).padStart(6)}`;
}

function ratio(ours: number, ideal: number): string {
  return (ours / ideal).toFixed(3);
}

function option(name: string): string | undefined {
  const at = argv.indexOf(name);
  return at === -1 ? undefined : argv[at + 1];
}

await main();
