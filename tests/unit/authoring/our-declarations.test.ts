import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintDeclaration } from '../../../src/authoring/lint/lint-declaration.ts';
import { sayFindings } from '../../../src/authoring/lint/say-findings.ts';
import { textKeysOf } from '../../../src/authoring/lint/text-keys.ts';
import { drawingNames } from '../../../src/client/ui/drawings/all-drawings.tsx';
import { procedures } from '../../../src/procedures/catalogue.ts';
import { readSharedTexts, readTexts } from '../../support/authoring/shared-texts.ts';

const folders = readdirSync('src/procedures', { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== 'blocks')
  .map(({ name }) => name);

describe('our own declarations', () => {
  it.each(folders)('%s has nothing that its author should know', (id) => {
    const json: unknown = JSON.parse(readFileSync(`src/procedures/${id}/procedure.json`, 'utf8'));
    const versions = procedures.filter((one) => one.id === id).map(textKeysOf);
    const findings = lintDeclaration(json, {
      texts: { vi: readTexts('vi', id), en: readTexts('en', id) },
      shared: readSharedTexts(),
      alsoAsked: versions.flatMap(({ needed, welcome }) => [...needed, ...welcome]),
      drawings: drawingNames,
      procedures: folders,
    });
    expect(sayFindings(findings, 'en')).toEqual([]);
  });
});
