import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OFFICE_TEXTS } from '../../../../../src/client/features/office/office-texts.ts';

it('the console fetches every file of texts that one of its rooms speaks from', () => {
  const rooms = 'src/client/features/office';
  const asked = readdirSync(rooms, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [...readFileSync(join(rooms, file), 'utf8').matchAll(/useText\('([\w-]+)'/g)])
    .map(([, name]) => name);
  expect(asked.length).toBeGreaterThan(100);
  // The common words are part of the first script.
  const wanted = new Set(asked.filter((name) => name !== 'common'));
  expect([...wanted].filter((name) => !OFFICE_TEXTS.some((one) => one === name))).toEqual([]);
});
