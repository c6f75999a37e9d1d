import { defineConfig } from 'vite';

/** Bundles our own server code into dist/server/main.js; packages stay in node_modules. */
export default defineConfig({
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
