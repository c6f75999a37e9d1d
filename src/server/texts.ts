import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type ProcedurePackage, Sentences } from '../contract/procedure-package.ts';

/*
 * The sentences that the server itself says: on the public pages, and in the packages of shipped procedures; and those that
 * are translated at the office. They are read from `locales/` once, at the start: a copy lies beside the built server, the folder itself two above `src/server`.
 */

const LanguageFile = z.looseObject({ name: z.string(), status: z.string(), version: z.int().min(1) });

/** A language that this program knows by its folder in `locales/`; contributions in any other are not taken. */
export interface KnownLanguage {
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
  /** The app brings all its sentences, so none are written at the office; voices are lent to it all the same. */
  readonly isWhole: boolean;
  /** Of what the app brings. */
  readonly version: number;
}

export interface ServerLanguage {
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
  /** By file name without its end: `begin`, `procedures/shared` … */
  readonly files: ReadonlyMap<string, Sentences>;
}

/** Languages whose sentences are complete, Vietnamese first. */
export type Texts = readonly ServerLanguage[];

/** Of the public pages and the official papers, and what is translated at the office beside the procedures. */
const FILES = [
  'answers',
  'begin',
  'catalogue-page',
  'citizen',
  'interview',
  'paper-forms',
  'problems',
  'seen',
  'status',
];

/** Throws where the folder is missing or a file in it is no JSON: the server must not start half dumb. */
export function loadTexts(folder = findLocales()): Texts {
  return readLanguages(folder).flatMap(({ tag, name, isWhole }) =>
    isWhole ? [{ tag, name, files: readFiles(join(folder, tag)) }] : [],
  );
}

/** Every language that has a folder, Vietnamese first. Throws as `loadTexts` does. */
export function loadLanguages(folder = findLocales()): readonly KnownLanguage[] {
  return readLanguages(folder).map(({ tag, name, isWhole, version }) => ({ tag, name, isWhole, version }));
}

function readLanguages(folder: string) {
  return readdirSync(folder)
    .filter((tag) => existsSync(join(folder, tag, 'language.json')))
    .sort((a, b) => Number(b === 'vi') - Number(a === 'vi') || (a < b ? -1 : 1))
    .map((tag) => {
      const { name, status, version } = LanguageFile.parse(readJson(join(folder, tag, 'language.json')));
      return { tag, name, version, isWhole: status === 'complete' };
    });
}

function readFiles(folder: string): ReadonlyMap<string, Sentences> {
  const ofProcedures = readdirSync(join(folder, 'procedures'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => `procedures/${file.slice(0, -'.json'.length)}`);
  return new Map(
    [...FILES, ...ofProcedures]
      .filter((name) => existsSync(join(folder, `${name}.json`)))
      .map((name) => [name, Sentences.parse(readJson(join(folder, `${name}.json`)))]),
  );
}

/** What many procedures say alike, by language. */
export function sharedTexts(texts: Texts): Readonly<Record<string, Sentences>> {
  return Object.fromEntries(texts.map(({ tag, files }) => [tag, files.get('procedures/shared') ?? {}]));
}

/** The shipped texts of a procedure by language. */
export function textsOfShipped(texts: Texts, id: string): ProcedurePackage['texts'] {
  return Object.fromEntries(
    texts.flatMap(({ tag, files }) => {
      const own = files.get(`procedures/${id}`);
      return own === undefined ? [] : [[tag, own]];
    }),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function findLocales(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const copy = join(here, 'locales');
  return existsSync(copy) ? copy : join(here, '../../locales');
}
