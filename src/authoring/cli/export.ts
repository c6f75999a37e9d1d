import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDefinition } from '../../domain/procedure/run.ts';
import { expandBlocks } from '../../procedures/expand-blocks.ts';
import { exportXlsForm } from '../xlsform/export/export-form.ts';
import { sayExport } from '../xlsform/export/say-export.ts';
import { writeWorkbook } from '../xlsform/write-workbook.ts';
import { authorLanguage, plainArguments, readJson } from './files.ts';

/*
 * `npm run procedure:export -- <id> [out.xlsx] [--lang vi]`: writes one of our declarations as an XLSForm, and says what a
 * spreadsheet has no word for.
 */

const [id, out = `${id}.xlsx`] = plainArguments();
const declared = id === undefined ? '' : join('src/procedures', id, 'procedure.json');
if (id === undefined || !existsSync(declared)) {
  console.error('npm run procedure:export -- <id> [out.xlsx] [--lang vi]');
  process.exitCode = 2;
} else {
  const parsed = parseDefinition(expandBlocks(readJson(declared)));
  if (parsed.kind === 'invalid') throw new Error(parsed.faults.join('; '));
  const { sheets, notes } = exportXlsForm(parsed.definition, textsOf(id), textsOf('shared'));
  writeFileSync(out, await writeWorkbook(sheets));
  for (const line of sayExport(notes, authorLanguage())) console.log(line);
  console.log(out);
}

function textsOf(name: string): Record<string, unknown> {
  return Object.fromEntries(
    readdirSync('locales').flatMap((language) => {
      const file = join('locales', language, 'procedures', `${name}.json`);
      return existsSync(file) ? [[language, readJson(file)]] : [];
    }),
  );
}
