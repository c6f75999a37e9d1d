import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/*
 * `npm run dev`: the backend from its sources, started anew when they change, and Vite's server for the web app, which
 * passes /api to it. Ctrl-C stops both; when one ends, so does the other.
 */
const PORT = process.env.PORT ?? '3000';
const WEB_PORT = 5173;
const resolve = createRequire(import.meta.url).resolve;
const bin = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file);

const environment = {
  ...process.env,
  PORT,
  PUBLIC_URL: process.env.PUBLIC_URL ?? `http://127.0.0.1:${WEB_PORT}`,
  VITE_BACKEND: `http://127.0.0.1:${PORT}`,
};
const children: ChildProcess[] = [
  start([bin('tsx', 'dist/cli.mjs'), 'watch', '--clear-screen=false', 'src/server/main.ts']),
  start([bin('vite', 'bin/vite.js'), '--port', String(WEB_PORT), '--strictPort']),
];
process.on('SIGINT', stopAll);
process.on('SIGTERM', stopAll);

function start(script: string[]): ChildProcess {
  const child = spawn(process.execPath, script, { stdio: 'inherit', env: environment });
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0;
    stopAll();
  });
  return child;
}

function stopAll(): void {
  for (const child of children) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  }
}
