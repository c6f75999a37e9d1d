import { defineConfig } from '@playwright/test';

/** `npm run pictures`: walks the road and keeps docs/screenshots current. Not a test: it judges nothing, people do. */
export default defineConfig({
  testDir: 'tests/pictures',
  testMatch: '**/*.pictures.ts',
  globalSetup: './tests/support/browser/global-setup.ts',
  workers: 1,
  timeout: 600_000,
  reporter: [['list']],
  outputDir: 'test-results/pictures',
});
