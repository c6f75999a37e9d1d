import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AuthorLanguage } from '../sentences.ts';

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Writes JSON, with the folders on the way to it. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** The language that the machine speaks, where it is one of the two; `--lang vi` says it outright. */
export function authorLanguage(): AuthorLanguage {
  const said = optionOf('lang') ?? process.env.LC_ALL ?? process.env.LANG ?? '';
  return said.startsWith('vi') ? 'vi' : 'en';
}

/** The value behind `--name`; undefined where it is not given. */
export function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** The arguments that belong to no option. */
export function plainArguments(): readonly string[] {
  const given = process.argv.slice(2);
  return given.filter((argument, index) => !argument.startsWith('--') && !given[index - 1]?.startsWith('--'));
}
