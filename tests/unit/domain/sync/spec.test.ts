import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { transitions } from '../../../../src/domain/sync/machine.ts';

/** The SPEC holds both ways: what it names exists, and nothing of the sender goes unnamed. */
const FOLDERS = [
  'tests/unit/domain/sync',
  'tests/properties/domain/sync',
  'tests/unit/client/sync',
  'tests/properties/client/sync',
  'tests/integration/sync',
  'tests/e2e/faults',
];
const spec = readFileSync('src/domain/sync/SPEC.md', 'utf8');

/** Text under one heading. */
function section(title: string): string {
  const [, after = ''] = spec.split(`\n## ${title}\n`);
  return after.split('\n## ')[0] ?? '';
}

const firstCells = (text: string): readonly string[] =>
  [...text.matchAll(/^\| `(\w+)` /gm)].map((match) => match[1] ?? '');

describe('the SPEC', () => {
  it('names every test of the sender, and only tests that exist', () => {
    const named = new Set([...spec.matchAll(/`([\w.-]+\.test\.ts)`/g)].map((match) => match[1]));
    const existing = FOLDERS.flatMap((folder) => readdirSync(folder)).filter((name) =>
      name.endsWith('.test.ts'),
    );
    expect(existing.length).toBeGreaterThan(10);
    expect([...named].toSorted()).toEqual(existing.toSorted());
  });

  it('has a test for every line, and a line for every row of the checklist', () => {
    const lines = [...spec.matchAll(/\*\*([SCL]\d+)\b/g)].map((match) => match[1]);
    const rows = [...section('Checklist, both ways').matchAll(/^\| ([SCL][SCL\d ]+?) +\| (.+)$/gm)];
    const checked = rows.flatMap((match) => (match[1] ?? '').split(' '));
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThan(20);
    expect(checked.toSorted()).toEqual(lines.toSorted());
    for (const [row, , tests] of rows) expect(tests, row).toContain('.test.ts`');
  });

  it('tells of the very states and events that the machine has', () => {
    expect(firstCells(section('States'))).toEqual(Object.keys(transitions));
    for (const row of Object.values(transitions))
      expect(firstCells(section('Events'))).toEqual(Object.keys(row));
  });
});
