import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseDefinition } from '../../domain/procedure/run.ts';
import { expandBlocks } from '../../procedures/expand-blocks.ts';
import { lintDeclaration } from '../lint/lint-declaration.ts';
import { sayFindings } from '../lint/say-findings.ts';
import { textKeysOf } from '../lint/text-keys.ts';
import { authorLanguage, plainArguments, readJson } from './files.ts';

/*
 * `npm run procedure:lint [-- path …]`: judges declarations and their texts, all of ours where no path is given. A path is
 * a `procedure.json`; its texts stand in `locales/` beside the folder that it is in, or in the product's own. Exit code 1
 * where anything is an error; in ours, an answer without a drawing of its own is one.
 */

const OURS = 'src/procedures';
const COMPLETE = ['vi', 'en'];

const paths = plainArguments();
const ours = readdirSync(OURS)
  .map((folder) => join(OURS, folder, 'procedure.json'))
  .filter((path) => existsSync(path));
const shared = Object.fromEntries(
  COMPLETE.map((language) => [language, readJson(join('locales', language, 'procedures/shared.json'))]),
);

let errors = 0;
let warnings = 0;
for (const path of paths.length > 0 ? paths : ours) {
  const findings = lintDeclaration(readJson(path), {
    texts: textsFor(path),
    shared,
    alsoAsked: olderVersions(path).flatMap(keysAskedBy),
    mustBeDrawn: paths.length === 0,
    procedures: ours.map((one) => basename(dirname(one))),
  });
  for (const { severity, place, message } of sayFindings(findings, authorLanguage())) {
    if (severity === 'error') errors++;
    else warnings++;
    console.log(`${severity} ${path}: ${place === '' ? '' : `${place}: `}${message}`);
  }
}
console.log(
  `${paths.length > 0 ? paths.length : ours.length} declarations, ${errors} errors, ${warnings} warnings`,
);
process.exitCode = errors === 0 ? 0 : 1;

/** By language: those of the product have to be complete in both, an imported form in the languages that it has. */
function textsFor(path: string): Record<string, unknown> {
  const id = basename(dirname(path));
  const beside = join(dirname(path), '..', 'locales');
  const root = existsSync(beside) ? beside : 'locales';
  const languages = root === 'locales' ? COMPLETE : readdirSync(root);
  return Object.fromEntries(
    languages.flatMap((language) => {
      const file = join(root, language, 'procedures', `${id}.json`);
      return existsSync(file) ? [[language, readJson(file)]] : root === 'locales' ? [[language, {}]] : [];
    }),
  );
}

function olderVersions(path: string): readonly string[] {
  return readdirSync(dirname(path))
    .filter((name) => /^procedure-\d+\.json$/.test(name))
    .map((name) => join(dirname(path), name));
}

function keysAskedBy(path: string): readonly string[] {
  const parsed = parseDefinition(expandBlocks(readJson(path)));
  if (parsed.kind === 'invalid') return [];
  const { needed, welcome } = textKeysOf(parsed.definition);
  return [...needed, ...welcome];
}
