import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { isSigningKey } from './papers/sign/office-certificate.ts';

/** What the environment decides, checked once at the start. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Any PostgreSQL from 15 on; without it the embedded one runs in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Address that people type and QR codes carry; no slash at the end. */
  readonly publicUrl: string;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** What papers are signed with; without it a test certificate is made. */
  readonly paper: { readonly cert: string; readonly key: string } | undefined;
  /** Commune of the first administrator, on first start only. */
  readonly commune: string;
  readonly demo: boolean;
}

export type ConfigOutcome =
  | { readonly kind: 'valid'; readonly config: Config }
  | { readonly kind: 'invalid'; readonly variable: string; readonly advice: string };

/** Xã Pù Luông, Thanh Hóa. */
const FIRST_COMMUNE = '14956';

const variables = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(65_535))
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .refine((text) => URL.canParse(text))
    .optional(),
  PUBLIC_URL: z
    .string()
    .refine((text) => URL.canParse(text) && isWebOrigin(new URL(text)))
    .optional(),
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  PAPER_CERT: z.string().min(1).optional(),
  PAPER_KEY: z.string().min(1).optional(),
  COMMUNE: z
    .string()
    .regex(/^\d{5}$/)
    .default(FIRST_COMMUNE),
  DEMO: z.enum(['0', '1']).default('0'),
};

const advice: Readonly<Record<keyof typeof variables, string>> = {
  PORT: 'must be a whole number from 1 to 65535, for example PORT=3000',
  HOST: 'must be an address of this machine, for example HOST=127.0.0.1 or HOST=0.0.0.0 for the local network',
  DATA_DIR: 'must be a folder, for example DATA_DIR=./data',
  DATABASE_URL:
    'must be a PostgreSQL address, for example DATABASE_URL=postgres://user:password@host:5432/name',
  PUBLIC_URL:
    'must be the http(s) address that tablets use, without a path, for example PUBLIC_URL=https://mot-cua.example.vn',
  TLS_CERT: 'must be the path of a certificate file in PEM form',
  TLS_KEY: 'must be the path of the private key file in PEM form that belongs to TLS_CERT',
  PAPER_CERT: 'must be the path of the office certificate in PEM form, with those above it after it',
  PAPER_KEY: 'must be the path of the private key in PEM form that belongs to PAPER_CERT',
  COMMUNE: 'must be a five-digit commune code, for example COMMUNE=14956',
  DEMO: 'must be 0 or 1',
};

/** Reads and checks the environment. Names the first wrong variable and what to do; an empty variable counts as not set. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const given = Object.fromEntries(
    Object.keys(variables).map((name) => [name, environment[name] === '' ? undefined : environment[name]]),
  );
  const parsed = z.object(variables).safeParse(given);
  if (!parsed.success) {
    const name = z.enum(Object.keys(variables)).parse(parsed.error.issues[0]?.path[0]);
    return invalid(name in advice ? name : 'PORT');
  }
  const values = parsed.data;
  const tls = readPair('TLS_CERT', 'TLS_KEY', values);
  if (tls.kind === 'invalid') return tls;
  const paper = readPair('PAPER_CERT', 'PAPER_KEY', values);
  if (paper.kind === 'invalid') return paper;
  const scheme = tls.pair === undefined ? 'http' : 'https';
  const namedHost = values.HOST === '0.0.0.0' || values.HOST === '::' ? '127.0.0.1' : values.HOST;
  const hostInUrl = namedHost.includes(':') ? `[${namedHost}]` : namedHost;
  return {
    kind: 'valid',
    config: {
      host: values.HOST,
      port: values.PORT,
      dataDir: resolve(values.DATA_DIR),
      databaseUrl: values.DATABASE_URL,
      publicUrl:
        values.PUBLIC_URL === undefined
          ? `${scheme}://${hostInUrl}:${values.PORT}`
          : new URL(values.PUBLIC_URL).origin,
      tls: tls.pair,
      paper: paper.pair,
      commune: values.COMMUNE,
      demo: values.DEMO === '1',
    },
  };
}

function invalid(variable: string, why?: string): ConfigOutcome & { kind: 'invalid' } {
  const usual = Object.entries(advice).find(([name]) => name === variable)?.[1] ?? '';
  return { kind: 'invalid', variable, advice: why === undefined ? usual : `${usual} (${why})` };
}

type PairOutcome =
  | { readonly kind: 'valid'; readonly pair: { readonly cert: string; readonly key: string } | undefined }
  | (ConfigOutcome & { kind: 'invalid' });

/** A certificate and its key, named by two variables that are set together or not at all. */
function readPair(
  certName: 'TLS_CERT' | 'PAPER_CERT',
  keyName: 'TLS_KEY' | 'PAPER_KEY',
  values: Readonly<Record<string, unknown>>,
): PairOutcome {
  const [certPath, keyPath] = [values[certName], values[keyName]];
  if (certPath === undefined && keyPath === undefined) return { kind: 'valid', pair: undefined };
  if (typeof certPath !== 'string')
    return invalid(certName, `${keyName} is set, so ${certName} is needed too`);
  if (typeof keyPath !== 'string') return invalid(keyName, `${certName} is set, so ${keyName} is needed too`);
  const cert = attempt(() => readFileSync(certPath, 'utf8'));
  if (cert === undefined) return invalid(certName, 'the file cannot be read');
  const key = attempt(() => readFileSync(keyPath, 'utf8'));
  if (key === undefined) return invalid(keyName, 'the file cannot be read');
  const certificate = attempt(() => new X509Certificate(cert));
  if (certificate === undefined) return invalid(certName, 'the file holds no certificate');
  // Said before it is read: nobody would look for a passphrase behind "no private key".
  if (/^-----BEGIN ENCRYPTED|^Proc-Type:.*ENCRYPTED/m.test(key))
    return invalid(keyName, 'it is locked with a passphrase, which nobody types at a start: unlock it');
  const privateKey = attempt(() => createPrivateKey(key));
  if (privateKey === undefined) return invalid(keyName, 'the file holds no private key');
  if (!certificate.checkPrivateKey(privateKey)) return invalid(keyName, 'it belongs to another certificate');
  if (keyName === 'PAPER_KEY' && !isSigningKey(privateKey))
    return invalid(keyName, 'it must be RSA of 2048 bits or more, P-256 or P-384');
  return { kind: 'valid', pair: { cert, key } };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function isWebOrigin(url: URL): boolean {
  return (
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  );
}
