/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import packageJson from './package.json' with { type: 'json' };

const OUT_DIR = 'dist/client';

/** Subresource integrity of a built file, for the service worker's precache. */
function integrityOf(url: string): string {
  return `sha384-${createHash('sha384')
    .update(readFileSync(join(OUT_DIR, url)))
    .digest('base64')}`;
}

/**
 * `file.json?pick=name,purpose` is a module of its own with these members alone: what a list shows of twenty files must not
 * bring twenty whole files along.
 */
function pickFromJson(): Plugin {
  return {
    name: 'pick-from-json',
    enforce: 'pre',
    load(id) {
      const [, file, names] = /^(.*\.json)\?pick=([\w,]+)$/.exec(id) ?? [];
      if (file === undefined || names === undefined) return undefined;
      this.addWatchFile(file);
      const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
      const picked = Object.entries(json ?? {}).filter(([name]) => names.split(',').includes(name));
      return { code: `export default ${JSON.stringify(Object.fromEntries(picked))}`, moduleType: 'js' };
    },
  };
}

/** Tests of what is pure: no screen, no storage, no server. */
const RULES = [
  'tests/scenarios',
  ...['authoring', 'contract', 'domain', 'policies'].map((room) => `tests/properties/${room}`),
  ...['authoring', 'contract', 'domain', 'house', 'procedures', 'reliability', 'server', 'support'].map(
    (room) => `tests/unit/${room}`,
  ),
].map((folder) => `${folder}/**/*.test.ts`);

/**
 * One configuration for the web app, its service worker and the tests. `npm run build` runs it twice: the client
 * here, the server with `--ssr` (see package.json). The development server passes /api to a running backend.
 */
export default defineConfig({
  plugins: [
    react(),
    pickFromJson(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/client',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Về Bản',
        short_name: 'Về Bản',
        description: 'Một cửa về tận bản',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        lang: 'vi',
        theme_color: '#232c66',
        background_color: '#f6f2e8',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      injectManifest: {
        // A classic worker: as a module, its preload helper would speak `import.meta`, which classic workers refuse.
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,woff2,wasm,png,json}'],
        // The office works online, and so do the public pages: their files stay off the tablets.
        globIgnores: ['**/office-*', 'catalogue.css'],
        maximumFileSizeToCacheInBytes: 3 * 1024 * 1024,
        // A captive portal answers 200 to everything: what is not the very file of this build is not kept for offline.
        manifestTransforms: [
          async (entries) => ({
            manifest: entries.map((entry) => ({ ...entry, integrity: integrityOf(entry.url) })),
          }),
        ],
      },
    }),
  ],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  build: { target: 'es2022', outDir: OUT_DIR, emptyOutDir: true, assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/thu-tuc', '/tra-cuu', '/kich-hoat', '/tieng', '/en/'].map((path) => [
        path,
        process.env.VITE_BACKEND ?? 'http://127.0.0.1:3000',
      ]),
    ),
  },
  test: {
    pool: 'forks',
    // All cores: left to itself, vitest keeps one of two for the process that only waits for the others.
    maxWorkers: '100%',
    environment: 'node',
    // Patience for a machine that does other things too; nothing is judged by how long it takes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'rules',
          include: RULES,
          // Pure rules leave nothing behind, so their files share a process and load the procedures once. What touches
          // the process itself belongs to the rooms (tests/unit/house/projects.test.ts).
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...RULES],
          globalSetup: ['tests/support/server/global-setup.ts', 'tests/support/pdf/global-setup.ts'],
          setupFiles: ['tests/support/patient-screens.ts'],
        },
      },
    ],
  },
});
