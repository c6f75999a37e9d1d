import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

/* Documents rot in silence unless something reads them: links lead somewhere, named tests exist, decisions have one shape. */

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules' || name.startsWith('.')) return [];
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path, ending) : ending.test(name) ? [path] : [];
  });
}

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'src', 'locales'].flatMap((folder) => filesBelow(folder, /\.md$/)),
];

describe('documents', () => {
  it.each(documents)('%s links only to what exists', (path) => {
    const links = [...readFileSync(path, 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(
      (match) => match[1] ?? '',
    );
    const broken = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(dirname(path), link)));
    expect(broken).toEqual([]);
  });

  it('INVARIANTS.md names tests that exist, for each of I1 to I12', () => {
    const text = readFileSync('docs/INVARIANTS.md', 'utf8');
    for (let i = 1; i <= 12; i++) expect(text).toMatch(new RegExp(`\\| I${i} \\|`));
    const named = [...text.matchAll(/`(tests\/[^`]+)`/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('ACCESSIBILITY.md says of each of the fifteen rules where it is kept and what holds it, and all of that exists', () => {
    const rows = readFileSync('docs/ACCESSIBILITY.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const named = (text: string | undefined) =>
      [...(text ?? '').matchAll(/`((?:src|tests|locales)\/[^`]+)`/g)].map((match) => match[1] ?? '');
    expect(named(rows.join('\n')).filter((path) => !existsSync(path))).toEqual([]);
    for (let rule = 1; rule <= 15; rule++) {
      const [, , kept, held] =
        rows
          .find((row) => row.startsWith(`| R${rule} |`))
          ?.split('|')
          .slice(1) ?? [];
      expect(named(kept), `where R${rule} is kept`).not.toEqual([]);
      expect(named(held), `what holds R${rule}`).not.toEqual([]);
    }
  });

  it('ARCHITECTURE.md names only files and folders that exist', () => {
    const named = [
      ...readFileSync('docs/ARCHITECTURE.md', 'utf8').matchAll(
        /`((?:src|tests|locales|bench|docs)\/[^`*<]+)`/g,
      ),
    ];
    expect(named.length).toBeGreaterThan(20);
    expect(named.map((match) => match[1] ?? '').filter((path) => !existsSync(path))).toEqual([]);
  });

  it('decisions have a date, a context, a decision and consequences', () => {
    const decisions = filesBelow('docs/decisions', /^\d{4}-.*\.md$/);
    expect(decisions.length).toBeGreaterThan(3);
    for (const path of decisions) {
      const text = readFileSync(path, 'utf8');
      expect.soft(text, path).toMatch(/^# /);
      expect.soft(text, path).toMatch(/\d{4}-\d{2}-\d{2}/);
      for (const heading of ['Context', 'Decision', 'Consequences'])
        expect.soft(text, path).toMatch(new RegExp(`^## ${heading}`, 'm'));
    }
  });

  it('every cited note is defined once', () => {
    const sources = filesBelow('src', /\.(ts|tsx|css)$/)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const cited = [...sources.matchAll(/See: \[Note: ([^\]]+)\]/g)].map((match) => match[1] ?? '');
    const defined = [...sources.matchAll(/(?<!See: )\[Note: ([^\]]+)\]/g)].map((match) => match[1] ?? '');
    expect(cited.filter((title) => defined.filter((d) => d === title).length !== 1)).toEqual([]);
    expect(new Set(defined).size).toBe(defined.length);
  });
});
