import { existsSync } from 'node:fs';
import { obtainPoppler } from '../pdf/poppler.ts';
import { obtainChromium } from './find-chromium.ts';

/** The browser and the built app must be there before the first story. */
export default function globalSetup(): void {
  process.env.CHROMIUM_PATH = obtainChromium();
  obtainPoppler();
  if (!existsSync('dist/client/index.html') || !existsSync('dist/server/main.js')) {
    throw new Error('The browser tests run the built app: run "npm run build" first ("npm test" does).');
  }
}
