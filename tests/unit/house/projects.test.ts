/// <reference types="vitest/config" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfigFromFile } from 'vite';
import { expect, it } from 'vitest';

/*
 * Files of the project `rules` run one after the other in one process and share what they import, so none of them may
 * change the process, the clock or a module for the others.
 */
const TOUCHES_THE_PROCESS =
  /vi\.(?:mock|doMock|stub\w+|spyOn|useFakeTimers|setSystemTime)\(|process\.(?:chdir|on|env)\b|@vitest-environment|fake-indexeddb/;

it('tests of pure rules leave nothing behind for each other', async () => {
  const loaded = await loadConfigFromFile({ command: 'serve', mode: 'test' }, 'vite.config.ts');
  const rules = loaded?.config.test?.projects?.flatMap((project) =>
    typeof project === 'object' && 'test' in project && project.test?.name === 'rules' ? [project.test] : [],
  )[0];
  const folders = (rules?.include ?? []).map((pattern) => pattern.replace('/**/*.test.ts', ''));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .map((name) => join(folder, name)),
  );
  expect(files.length).toBeGreaterThan(80);
  const own = 'tests/unit/house/projects.test.ts';
  const touching = files.filter(
    (file) => file !== own && TOUCHES_THE_PROCESS.test(readFileSync(file, 'utf8')),
  );
  expect(touching).toEqual([]);
});
