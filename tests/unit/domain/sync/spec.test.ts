import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The checklist of the SPEC holds both ways: what it names exists, and no test of the sender goes unnamed. */
const FOLDERS = [
  'tests/unit/domain/sync',
  'tests/properties/domain/sync',
  'tests/unit/client/sync',
  'tests/integration/sync',
  'tests/e2e/faults',
];

it('the SPEC names every test of the sender, and only tests that exist', () => {
  const spec = readFileSync('src/domain/sync/SPEC.md', 'utf8');
  const named = new Set([...spec.matchAll(/`([\w.-]+\.test\.ts)`/g)].map((match) => match[1]));
  const existing = FOLDERS.flatMap((folder) => readdirSync(folder)).filter((name) =>
    name.endsWith('.test.ts'),
  );
  expect(existing.length).toBeGreaterThan(10);
  expect([...named].toSorted()).toEqual(existing.toSorted());
});
