import { defineConfig } from '@playwright/test';

/** Browser tests of whole stories. Each starts its own server and its own browser (tests/support), so nothing is shared. */
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/browser/global-setup.ts',
  // Two cores: two stories at a time, each with a server, a database cluster and browsers of its own; alone, a story keeps
  // little more than one core busy. Patience is for slow machines; nothing is judged by how long it takes.
  workers: 2,
  timeout: 400_000,
  expect: { timeout: 30_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['./tests/support/browser/where-it-stood.ts'],
    ['json', { outputFile: 'test-results/e2e.json' }],
  ],
  outputDir: 'test-results/e2e',
});
