import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type ProcedurePackage, Sentences } from '../contract/procedure-package.ts';

/*
 * The sentences that the server itself says: on the public pages, and in the packages of shipped procedures. They are read
 * from `locales/` once, at the start: a copy lies beside the built server, the folder itself two above `src/server`.
 */

const LanguageFile = z.looseObject({ name: z.string(), status: z.string() });

export interface ServerLanguage {
  readonly tag: string;
  /** In the language itself. */
  readonly name: string;
  /** By file name without its end: `begin`, `procedures/shared` … */
  readonly files: ReadonlyMap<string, Sentences>;
}

/** Languages whose sentences are complete, Vietnamese first. */
export type Texts = readonly ServerLanguage[];

const PAGE_FILES = ['answers', 'begin', 'catalogue-page'];

/** Throws where the folder is missing or a file in it is no JSON: the server must not start half dumb. */
export function loadTexts(folder = findLocales()): Texts {
  return readdirSync(folder)
    .filter((tag) => existsSync(join(folder, tag, 'language.json')))
    .sort((a, b) => Number(b === 'vi') - Number(a === 'vi') || (a < b ? -1 : 1))
    .flatMap((tag) => {
      const { name, status } = LanguageFile.parse(readJson(join(folder, tag, 'language.json')));
      return status === 'complete' ? [{ tag, name, files: readFiles(join(folder, tag)) }] : [];
    });
}

function readFiles(folder: string): ReadonlyMap<string, Sentences> {
  const ofProcedures = readdirSync(join(folder, 'procedures'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => `procedures/${file.slice(0, -'.json'.length)}`);
  return new Map(
    [...PAGE_FILES, ...ofProcedures]
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
