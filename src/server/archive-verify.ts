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
 * one in PAPER_CERT, else the test certificate in DATA_DIR. Where none is known, it says who signed and leaves the judging.
 */

const [path, ...options] = process.argv.slice(2);
const named = options[0] === '--certificate' ? options[1] : undefined;
if (path === undefined || (options.length > 0 && named === undefined)) {
  process.stderr.write('npm run archive:verify -- file.zip [--certificate office.pem]\n');
  process.exitCode = 2;
} else {
  process.exitCode = await judge(path, named);
}

async function judge(archive: string, certificate: string | undefined): Promise<number> {
  const zip = await readFile(archive).catch(() => undefined);
  if (zip === undefined) {
    process.stderr.write(`${archive}: cannot be read\n`);
    return 2;
  }
  const expected = await expectedCertificate(certificate);
  const verdict = await verifyArchive(new Uint8Array(zip), expected);
  process.stdout.write(`${sayVerdict(verdict, expected !== undefined).join('\n')}\n`);
  return verdict.kind === 'intact' ? 0 : 1;
}

async function expectedCertificate(named: string | undefined): Promise<X509Certificate | undefined> {
  if (named !== undefined) return new X509Certificate(await readFile(named));
  const read = readConfig(process.env);
  if (read.kind === 'invalid') return undefined;
  const { paper, dataDir } = read.config;
  const pem = paper?.cert ?? (await findTestCertificate(join(dataDir, 'keys')));
  return pem === undefined ? undefined : new X509Certificate(pem);
}
