import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { PLANTINGS, type Plant } from './plants.ts';

/*
 * Builds the app, with a bug planted where one is asked for. Runs as a process of its own in the folder that it builds
 * into, because the configuration finds what it has built by the present folder: `build.ts <root> [plant]`.
 */
const [root = '', plant] = process.argv.slice(2);
const planted: Plugin[] = plant === undefined || !(plant in PLANTINGS) ? [] : [planting(plant as Plant)];
mkdirSync('dist', { recursive: true });
for (const [config, folder] of [
  ['vite.config.ts', 'client'],
  ['vite.server.config.ts', 'server'],
] as const) {
  await build({
    root: resolve(root),
    configFile: join(root, config),
    logLevel: 'warn',
    plugins: planted,
    build: { outDir: resolve('dist', folder), emptyOutDir: true },
  });
}

function planting(plant: Plant): Plugin {
  const { module, text, instead } = PLANTINGS[plant];
  return {
    name: `plant ${plant}`,
    enforce: 'pre',
    transform(code, id) {
      if (relative(root, id.split('?')[0] ?? '') !== module) return undefined;
      if (code.split(text).length !== 2)
        throw new Error(`${module} does not hold this exactly once: ${text}`);
      return code.replace(text, () => instead);
    },
  };
}
