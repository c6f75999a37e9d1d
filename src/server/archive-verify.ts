import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import { sayVerdict } from './papers/archive/say-verdict.ts';
import { verifyArchive } from './papers/archive/verify-archive.ts';
import { findTestCertificate } from './papers/sign/office-certificate.ts';

/*
 * `npm run archive:verify -- file.zip [--certificate office.pem]`: whether a dossier's archive is as the office signed it, and
 * what is wrong with which file. Exit code 0 when it is whole and signed by the expected certificate: the one named, else the
 * one in PAPER_CERT, else the test certificate in DATA_DIR. Where none is known, it says who signed and leaves the judging; 2
 * where the archive, or a certificate that was named, cannot be read.
 */

const [path, ...options] = process.argv.slice(2);
const named = options[0] === '--certificate' ? options[1] : undefined;
if (path === undefined || (options.length > 0 && named === undefined)) {
  process.stderr.write('npm run archive:verify -- file.zip [--certificate office.pem]\n');
  process.exitCode = 2;
} else {
  process.exitCode = await judge(path, named);
}

async function judge(archive: string, named: string | undefined): Promise<number> {
  const zip = await readFile(archive).catch(() => undefined);
  if (zip === undefined) return refuse(`${archive}: cannot be read`);
  const known = await expectedCertificate(named);
  if (known.kind === 'unusable') return refuse(known.why);
  const { certificate } = known;
  const verdict = await verifyArchive(new Uint8Array(zip), certificate);
  process.stdout.write(`${sayVerdict(verdict, certificate !== undefined).join('\n')}\n`);
  return verdict.kind === 'intact' ? 0 : 1;
}

function refuse(why: string): number {
  process.stderr.write(`${why}\n`);
  return 2;
}

type Expected =
  | { readonly kind: 'known'; readonly certificate: X509Certificate | undefined }
  /** One was named and cannot be had: judging without it would pass what anybody signed. */
  | { readonly kind: 'unusable'; readonly why: string };

async function expectedCertificate(named: string | undefined): Promise<Expected> {
  if (named !== undefined) {
    try {
      return { kind: 'known', certificate: new X509Certificate(await readFile(named)) };
    } catch {
      return { kind: 'unusable', why: `${named}: must be the office's certificate in PEM or DER form` };
    }
  }
  const read = readConfig(process.env);
  if (read.kind === 'invalid') return { kind: 'unusable', why: `${read.variable}: ${read.advice}` };
  const { paper, dataDir } = read.config;
  const pem = paper?.cert ?? (await findTestCertificate(join(dataDir, 'keys')));
  return { kind: 'known', certificate: pem === undefined ? undefined : new X509Certificate(pem) };
}
