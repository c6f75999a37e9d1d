import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KNOWN_FUNCTIONS } from '../../../src/authoring/xlsform/expression/functions.ts';
import { type Surroundings, toFormula } from '../../../src/authoring/xlsform/expression/to-formula.ts';
import { typeOf } from '../../../src/authoring/xlsform/import/question-types.ts';

/* The page for authors, held against what the program does. */

const page = readFileSync('docs/AUTHORING.md', 'utf8');
const section = (title: string) => page.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const cells = (title: string) =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|')[1] ?? '');
const codes = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

describe('docs/AUTHORING.md', () => {
  it('names every function that is carried over', () => {
    const named = codes(section('Expressions')).join(' ');
    const silent = [...KNOWN_FUNCTIONS.keys()].filter((name) => !named.includes(`${name}(`));
    expect(silent).toEqual(['format-date-time']);
  });

  it.each(cells('Expressions').flatMap(codes))('writes an expression that can be read: %s', (text) => {
    const written = text.replaceAll('…', '1').replaceAll(/\b[abc](?=[,)])/g, '1');
    const around: Surroundings = {
      self: 'me',
      isRepeated: true,
      meaningOf: () => ({ kind: 'question', id: 'q' }),
    };
    expect(toFormula(written, around)).toMatchObject({ kind: 'formula' });
  });

  it.each(cells('Types').flatMap(codes))('names a type that is read: %s', (type) => {
    expect(['metadata', 'not-supported']).not.toContain(typeOf(type).kind);
  });

  it.each(codes(section('Types').split('Not carried over')[1] ?? ''))(
    'names a type that is not: %s',
    (type) => {
      expect(['metadata', 'not-supported']).toContain(typeOf(type).kind);
    },
  );
});
