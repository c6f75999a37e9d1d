import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';

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
  const tls = readTls(values.TLS_CERT, values.TLS_KEY);
  if (tls.kind === 'invalid') return tls;
  const scheme = tls.tls === undefined ? 'http' : 'https';
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
      tls: tls.tls,
      commune: values.COMMUNE,
      demo: values.DEMO === '1',
    },
  };
}

function invalid(variable: string, why?: string): ConfigOutcome & { kind: 'invalid' } {
  const usual = Object.entries(advice).find(([name]) => name === variable)?.[1] ?? '';
  return { kind: 'invalid', variable, advice: why === undefined ? usual : `${usual} (${why})` };
}

type TlsOutcome =
  | { readonly kind: 'valid'; readonly tls: Config['tls'] }
  | (ConfigOutcome & { kind: 'invalid' });

function readTls(certPath: string | undefined, keyPath: string | undefined): TlsOutcome {
  if (certPath === undefined && keyPath === undefined) return { kind: 'valid', tls: undefined };
  if (certPath === undefined) return invalid('TLS_CERT', 'TLS_KEY is set, so TLS_CERT is needed too');
  if (keyPath === undefined) return invalid('TLS_KEY', 'TLS_CERT is set, so TLS_KEY is needed too');
  const cert = attempt(() => readFileSync(certPath, 'utf8'));
  if (cert === undefined) return invalid('TLS_CERT', 'the file cannot be read');
  const key = attempt(() => readFileSync(keyPath, 'utf8'));
  if (key === undefined) return invalid('TLS_KEY', 'the file cannot be read');
  const certificate = attempt(() => new X509Certificate(cert));
  if (certificate === undefined) return invalid('TLS_CERT', 'the file holds no certificate');
  const privateKey = attempt(() => createPrivateKey(key));
  if (privateKey === undefined) return invalid('TLS_KEY', 'the file holds no private key');
  if (!certificate.checkPrivateKey(privateKey))
    return invalid('TLS_KEY', 'it belongs to another certificate');
  return { kind: 'valid', tls: { cert, key } };
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
