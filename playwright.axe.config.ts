import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import everyday from './playwright.config.ts';
import { WHOLE_MATRIX } from './tests/e2e/support/look.ts';

process.env[WHOLE_MATRIX] = '1';

const folder = 'tests/e2e';

/** `npm run test:axe`: the stories that look at screens, each screen in each language at each size. Longer than CI may be. */
export default defineConfig(everyday, {
  testMatch: readdirSync(folder).filter(
    (name) => name.endsWith('.test.ts') && readFileSync(`${folder}/${name}`, 'utf8').includes('await look('),
  ),
  timeout: 1_800_000,
  reporter: [['list']],
  outputDir: 'test-results/axe',
});
