import { randomBytes } from 'node:crypto';
import { argv } from 'node:process';
import { Server } from '../../tests/e2e/support/server.ts';
import { type LineQuality, SlowLink } from '../../tests/support/line/slow-link.ts';
import { anyDossiers } from '../../tests/support/samples/any-dossiers.ts';
import { Chance } from '../../tests/support/samples/chance.ts';
import { IdealReceiver, packIdeal, sendIdeal } from './ideal.ts';
import { BenchTablet, type Finished, sendAll } from './tablet.ts';

/*
 * What a bad line costs: the app's own sender, over its own wire, to the built server, beside the ideal stream of
 * `ideal.ts`, each over the same line with the same cuts. Prints ratios: of the bytes that went up, of the bytes both
 * ways, and of the time. `npm run bench:sync -- --only text|photos|signed --seed N`.
 */

const LINE: LineQuality = { up: 32_000, down: 125_000, latency: 150, cutEvery: 15_000 };
const PHOTO_BYTES = 200_000;
const SIGNATURE_BYTES = 4_000;

/** What waits on the tablet. In `text` the signatures that the envelopes name stay behind: only text is measured. */
const LOADS = {
  text: { title: '500 dossiers of about 3 kB, text alone', count: 500, photos: 0, signatures: false },
  photos: { title: '50 dossiers with two photos of 200 kB', count: 50, photos: 2, signatures: false },
  signed: { title: '500 dossiers with a signature of 4 kB', count: 500, photos: 0, signatures: true },
} as const;

interface Cost {
  readonly up: number;
  readonly down: number;
  readonly seconds: number;
  readonly cuts: number;
}

interface Load {
  readonly finished: readonly Finished[];
  readonly plaintexts: readonly Uint8Array[];
  /** JSON of one submission, on average. */
  readonly textBytes: number;
}

async function main(): Promise<void> {
  const seed = Number(option('--seed') ?? 20261122);
  const only = option('--only');
  console.log(`seed ${seed}; 256 kbit/s up, 1 Mbit/s down, 300 ms round trip, cut about every 15 s`);
  const server = await Server.prepare();
  try {
    await server.start();
    const tablet = await BenchTablet.enrol(server);
    for (const [name, wanted] of Object.entries(LOADS)) {
      if (only === undefined ? name !== 'signed' : name === only) {
        await compare(wanted.title, server, tablet, await load(tablet, seed, wanted), seed);
      }
    }
  } finally {
    await server.throwAway();
  }
}

async function load(
  { author }: BenchTablet,
  seed: number,
  { count, photos, signatures }: (typeof LOADS)[keyof typeof LOADS],
): Promise<Load> {
  const plaintexts: Uint8Array[] = [];
  const taken = await Promise.all(
    Array.from({ length: count }, async () => {
      const pages = Array.from({ length: photos }, () => new Uint8Array(randomBytes(PHOTO_BYTES)));
      const signature = new Uint8Array(randomBytes(SIGNATURE_BYTES));
      plaintexts.push(...pages, ...(signatures ? [signature] : []));
      // Random bytes are what a compressor sees of a photo, which is compressed already.
      return await Promise.all([
        ...pages.map((bytes) => author.takePhoto('birth-proof', bytes, 'image/jpeg')),
        author.takePhoto('signature', signature, 'image/png'),
      ]);
    }),
  );
  const submissions = await anyDossiers(seed, count, {
    assistedBy: author.assistedBy,
    photos,
    accounts: photos === 0 ? 30 : 0,
    attach: ({ index, document, number }) => {
      const own = taken[index]?.[document === 'signature' ? photos : number];
      if (own === undefined) throw new Error(`nothing taken for ${document} of ${index}`);
      return own.sealed;
    },
    until: new Date(Date.now() - 60_000),
  });
  const finished = await Promise.all(
    submissions.map(async (submission, index): Promise<Finished> => {
      const own = taken[index] ?? [];
      return {
        submission,
        sealed: await author.seal(submission),
        photos: signatures ? own : own.filter(({ sealed }) => sealed.document !== 'signature'),
      };
    }),
  );
  const text = submissions.map((submission) => new TextEncoder().encode(JSON.stringify(submission)));
  return { finished, plaintexts: [...plaintexts, ...text], textBytes: sum(text) / count };
}

async function compare(
  title: string,
  server: Server,
  tablet: BenchTablet,
  { finished, plaintexts, textBytes }: Load,
  seed: number,
): Promise<void> {
  const ideal = await costOfIdeal(packIdeal(plaintexts), seed);
  const ours = await costOfOurs(server, tablet, finished, seed);
  const missing = await countMissing(server, finished);
  console.log(`\n${title} (${Math.round(textBytes)} bytes of text each)`);
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
  const link = await SlowLink.lay(LINE, chance(seed), receiver.port);
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
  const link = await SlowLink.lay(LINE, chance(seed), server.port);
  const cost = await measure(link, () => sendAll(storage, `http://127.0.0.1:${link.port}`, chance(seed)));
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

function sum(texts: readonly Uint8Array[]): number {
  return texts.reduce((total, { length }) => total + length, 0);
}

function chance(seed: number): () => number {
  const drawn = new Chance(seed);
  return () => drawn.fraction();
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
