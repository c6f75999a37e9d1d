import { argv } from 'node:process';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { deflateSync } from 'fflate';
import { encodeBody } from '../src/contract/envelope/body.ts';
import { DICTIONARIES } from '../src/contract/envelope/dictionary.ts';
import { type EnvelopeSigner, openEnvelope } from '../src/contract/envelope/open.ts';
import { sealEnvelope } from '../src/contract/envelope/seal.ts';
import { generateKeyPair } from '../src/contract/keys.ts';
import { restoreEnvelope, thinEnvelope } from '../src/contract/up/thin-envelope.ts';
import { CONTRACT_VERSION } from '../src/contract/version.ts';
import { anyDossiers } from '../tests/support/samples/any-dossiers.ts';

/*
 * What sealing one by one costs in bytes: 500 dossiers, no two alike, as they travel, beside one gzip over the plaintexts
 * of all of them, which no queue of sealed items can have. Prints bytes for each dossier, and the ratio; and what the
 * processor spends, beside deflate. `npx tsx bench/envelope.ts --seed N --count N --photos N`.
 */

async function main(): Promise<void> {
  const seed = option('--seed', 20261122);
  const count = option('--count', 500);
  const submissions = await anyDossiers(seed, count, { photos: option('--photos', 0) });
  const texts = submissions.map((submission) => Buffer.from(JSON.stringify(submission)));
  const recipient = await generateKeyPair('sealing');
  const signing = await generateKeyPair('signing');
  const shared = { recipientKeyId: recipient.id, contractVersion: CONTRACT_VERSION };
  const each = (total: number) => total / count;

  // The first one reads the priming texts.
  const priming = await spent(async () => void (await encodeBody(submissionAt(0), '')));
  let whole = 0;
  let thin = 0;
  const sealed: Uint8Array<ArrayBuffer>[] = [];
  const sealing = await spent(async () => {
    for (const submission of submissions) {
      const seal = { submission, recipient, signer: signing, contractVersion: CONTRACT_VERSION };
      sealed.push((await sealEnvelope(seal)).bytes);
    }
  });
  for (const bytes of sealed) {
    const form = thinEnvelope(bytes, shared);
    const restored = form && restoreEnvelope(form, shared);
    if (!form || !restored || Buffer.compare(restored, bytes) !== 0)
      throw new Error('thin form is not whole');
    whole += bytes.length;
    thin += form.length;
  }
  const opening = await spent(async () => {
    for (const [i, bytes] of sealed.entries()) {
      const signer: EnvelopeSigner = { ...signing, ...submissionAt(i).assistedBy };
      const opened = await openEnvelope(bytes, {
        recipientKeys: () => recipient,
        signerKey: async () => signer,
      });
      if (opened.kind !== 'opened') throw new Error(`does not open: ${opened.kind}`);
      if (JSON.stringify(opened.submission) !== texts[i]?.toString()) throw new Error('another submission');
    }
  });
  const together = Buffer.concat(texts.flatMap((text) => [text, Buffer.from('\n')]));
  const gzip = gzipSync(together, { level: 9 }).length;

  console.log(`seed ${seed}, ${count} submissions; bytes for each`);
  print('plaintext', each(together.length));
  print('gzip -9 over all of them together', each(gzip));
  print('brotli over all of them together', each(brotliCompressSync(together).length));
  print(
    'one by one: deflate, dictionary 1',
    each(sum(texts, (text) => deflateSync(text, { level: 9, dictionary: DICTIONARIES[1] }).length)),
  );
  print('one by one: packed (body)', each(whole) - 185);
  print('  seal, signature and header', 185);
  print('envelope whole', each(whole));
  print('envelope thin', each(thin));
  console.log(
    `ratio to gzip over all: body ${ratio(whole - 185 * count, gzip)}, whole ${ratio(whole, gzip)}, thin ${ratio(thin, gzip)}`,
  );
  console.log(
    `processor: read the priming texts once ${priming.toFixed(0)} ms; seal ${each(sealing).toFixed(1)} ms, open ${each(opening).toFixed(1)} ms each`,
  );

  function submissionAt(index: number) {
    const submission = submissions[index];
    if (!submission) throw new Error('no such submission');
    return submission;
  }
}

/** Milliseconds of processor time, whatever else the machine does. */
async function spent(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function ratio(ours: number, theirs: number): string {
  return (ours / theirs).toFixed(3);
}

function print(what: string, bytes: number): void {
  console.log(`${what.padEnd(38)}${bytes.toFixed(1).padStart(9)}`);
}

function option(name: string, otherwise: number): number {
  const at = argv.indexOf(name);
  return at === -1 ? otherwise : Number(argv[at + 1]);
}

await main();
