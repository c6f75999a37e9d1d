import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { utf8 } from '../../../src/contract/bytes.ts';
import { sha256Base64url } from '../../../src/contract/keys.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { SCHEMA_HASHES } from './schema-hashes.ts';

/*
 * Nobody changes the wire by accident. When this fails, either take the change back, or raise CONTRACT_VERSION, add its
 * line in version.ts, and record the new hash in schema-hashes.ts under the new version. Before the first release
 * version 1 may be recorded anew, on purpose.
 */

const ROOT = new URL('../../../src/contract/', import.meta.url);

function schemasOf(exported: unknown): unknown {
  if (exported instanceof z.ZodType) return z.toJSONSchema(exported, { unrepresentable: 'any', io: 'input' });
  if (exported === null || typeof exported !== 'object') return undefined;
  // An operation: its path and the schemas of its parts.
  const parts = Object.entries(exported).map(([name, part]) => [
    name,
    typeof part === 'string' ? part : schemasOf(part),
  ]);
  return Object.fromEntries(parts);
}

it('the schemas of this contract version are the recorded ones', async () => {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(ids|errors|(up|down|operations)\/.*)\.ts$/.test(file))
    .sort();
  expect(files.length).toBeGreaterThan(8);
  const all: unknown[] = [];
  for (const file of files) {
    const module: object = await import(/* @vite-ignore */ new URL(file, ROOT).href);
    for (const [name, exported] of Object.entries(module)) {
      const schema = typeof exported === 'function' ? undefined : schemasOf(exported);
      if (schema !== undefined) all.push([file, name, schema]);
    }
  }
  expect(await sha256Base64url(utf8(JSON.stringify(all)))).toBe(SCHEMA_HASHES[CONTRACT_VERSION]);
});
