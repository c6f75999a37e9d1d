import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { importXlsForm } from '../xlsform/import/import-form.ts';
import { sayFault, sayReport } from '../xlsform/say-report.ts';
import { authorLanguage, optionOf, plainArguments, writeJson } from './files.ts';

/*
 * `npm run procedure:import -- form.xlsx [--id x] [--out folder] [--lang vi]`: writes `<out>/<id>/procedure.json` and
 * `<out>/locales/<language>/procedures/<id>.json`, and says line by line what could not be carried over. Exit code 1 where
 * the file is refused or something that changes the form was lost.
 */

const [path] = plainArguments();
const language = authorLanguage();
if (path === undefined) {
  console.error('npm run procedure:import -- form.xlsx [--id x] [--out folder] [--lang vi]');
  process.exitCode = 2;
} else {
  const id = optionOf('id');
  const imported = await importXlsForm(new Uint8Array(readFileSync(path)), {
    fileName: basename(path),
    ...(id === undefined ? {} : { id }),
  });
  if (imported.kind === 'refused') {
    console.error(`${path}: ${sayFault(imported.fault, language)}`);
    process.exitCode = 1;
  } else {
    const out = optionOf('out') ?? 'imported';
    const { declaration, texts, report } = imported;
    const written = [join(out, declaration.id, 'procedure.json')];
    writeJson(join(out, declaration.id, 'procedure.json'), declaration);
    for (const [to, sentences] of Object.entries(texts)) {
      const file = join(out, 'locales', to, 'procedures', `${declaration.id}.json`);
      writeJson(file, sentences);
      written.push(file);
    }
    for (const { severity, sheet, row, column, message } of sayReport(report, language)) {
      const place = [sheet, row === null ? '' : String(row), column].filter((part) => part !== '').join(' ');
      console.log(`${severity} ${place}: ${message}`);
    }
    for (const file of written) console.log(file);
    if (report.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  }
}
