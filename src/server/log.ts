import type { Log } from './deps.ts';

/** Lines of JSON, one each, to `write`. */
export function makeLog(write: (line: string) => void, now: () => Date): Log {
  const line = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    write(`${JSON.stringify({ at: now().toISOString(), level, message, ...fields })}\n`);
  return { info: line('info'), warn: line('warn'), error: line('error') };
}
