import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/* No sentence in code: what a person reads stands in `locales/`. */

const SPOKEN_ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
]);
const hasWords = (text: string) => /\p{L}{2,}/u.test(text);

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : path.endsWith('.tsx') ? [path] : [];
  });
}

function sentencesIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    // Technical words inside <code> and the product's name are the same in every language.
    if (ts.isJsxText(node) && hasWords(node.text.replace('Về Bản', ''))) note(node, node.text);
    if (
      ts.isJsxAttribute(node) &&
      SPOKEN_ATTRIBUTES.has(node.name.getText()) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      /\s/.test(node.initializer.text) &&
      hasWords(node.initializer.text)
    ) {
      note(node, node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('screens', () => {
  it('hold no sentence of their own', () => {
    const files = filesBelow('src/client');
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((path) => sentencesIn(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('would be caught if they did', () => {
    expect(sentencesIn('x.tsx', 'export const X = () => <p>Chờ một chút</p>;')).toHaveLength(1);
    expect(sentencesIn('x.tsx', 'export const X = () => <img alt="A sick cat" />;')).toHaveLength(1);
    expect(sentencesIn('x.tsx', 'export const X = () => <p>{t("wait")}</p>;')).toHaveLength(0);
  });
});
