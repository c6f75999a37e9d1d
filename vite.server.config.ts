import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** The sentences lie beside the server that says them: it may be put anywhere as one folder. */
function copyLocales(): Plugin {
  let from = '';
  let to = '';
  return {
    name: 'copy-locales',
    apply: 'build',
    configResolved({ root, build }) {
      from = join(root, 'locales');
      to = resolve(root, build.outDir, 'locales');
    },
    closeBundle: () => cpSync(from, to, { recursive: true }),
  };
}

/** Bundles our own server code into dist/server/main.js; packages stay in node_modules. */
export default defineConfig({
  plugins: [copyLocales()],
  build: {
    ssr: 'src/server/main.ts',
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
  },
  ssr: { external: true },
  publicDir: false,
});
