import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { type ProcedurePackage, Sentences } from '../contract/procedure-package.ts';

/*
 * The sentences that the server itself says: on the public pages, and in the packages of shipped procedures. They are read
 * from `locales/` once, at the start: the folder lies two above both `src/server` and the built `dist/server`.
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

/** The shipped texts of a procedure by language. */
export function textsOfShipped(texts: Texts, id: string): ProcedurePackage['texts'] {
  return Object.fromEntries(
    texts.flatMap(({ tag, files }) => {
      const own = files.get(`procedures/${id}`);
      return own === undefined ? [] : [[tag, own]];
    }),
  );
}

/** Says a sentence of the first of these that has it; undefined where none does. Dots in the key are nesting. */
export function findSentence(
  among: readonly (Sentences | undefined)[],
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string | undefined {
  for (const sentences of among) {
    const found = sentences && lookUp(sentences, key, params.count);
    const said = found === undefined ? undefined : fillIn(found, params);
    if (said !== undefined) return said;
  }
  return undefined;
}

function lookUp(sentences: Sentences, key: string, count: unknown): string | undefined {
  const path = key.split('.');
  const last = path.pop() ?? '';
  let at: string | Sentences | undefined = sentences;
  for (const part of path) at = typeof at === 'object' ? own(at, part) : undefined;
  if (typeof at !== 'object') return undefined;
  // As i18next names them: English has a word of its own for one, Vietnamese never.
  const forms = count === 1 ? [`${last}_one`, last] : [last, `${last}_other`];
  const said = forms.map((form) => own(at, form)).find((form) => form !== undefined);
  return typeof said === 'string' ? said : undefined;
}

function own(sentences: Sentences, key: string): string | Sentences | undefined {
  return Object.hasOwn(sentences, key) ? sentences[key] : undefined;
}

/** Undefined for a sentence that names what is not known here, because it depends on somebody's answers. */
function fillIn(sentence: string, params: Readonly<Record<string, string | number>>): string | undefined {
  const named = [...sentence.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)];
  if (named.some(([, name = '']) => !Object.hasOwn(params, name))) return undefined;
  return sentence.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_, name: string) => String(params[name]));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function findLocales(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '../../locales');
}
