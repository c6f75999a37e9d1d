import { tokenize } from '../expression/tokens.ts';
import type { Outline } from './outline.ts';

/**
 * Names that need each other before any of them can be known: `a` is shown by `b`, which is calculated from `a`. The
 * first such circle in the order of the sheet; undefined where there is none.
 */
export function findCircle(outline: Outline): readonly string[] | undefined {
  const needs = new Map<string, readonly string[]>();
  for (const step of outline.steps) {
    const around = step.groups.flatMap((row) => [row.get('relevant'), row.get('repeat_count')]);
    for (const { name, row, inside } of step.questions) {
      const texts = [
        ...around,
        ...inside.map((one) => one.get('relevant')),
        row.get('relevant'),
        row.get('choice_filter'),
        row.get('calculation'),
      ];
      if (name !== '') needs.set(name, [...(needs.get(name) ?? []), ...texts.flatMap(namesIn)]);
    }
  }
  const done = new Set<string>();
  for (const start of needs.keys()) {
    const circle = walk(start, needs, done);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

function namesIn(text: string): readonly string[] {
  const cut = tokenize(text);
  if (cut.kind === 'fault') return [];
  return cut.tokens.flatMap((token) => (token.kind === 'question' ? [token.name] : []));
}

/** Depth first with its own stack: a chain may be as long as the sheet. */
function walk(
  start: string,
  needs: ReadonlyMap<string, readonly string[]>,
  done: Set<string>,
): readonly string[] | undefined {
  const path: { readonly name: string; next: number }[] = [{ name: start, next: 0 }];
  const onPath = new Set([start]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = (needs.get(top.name) ?? [])[top.next++];
    if (done.has(top.name) || next === undefined) {
      done.add(top.name);
      onPath.delete(top.name);
      path.pop();
    } else if (onPath.has(next)) {
      const names = path.map(({ name }) => name);
      return [...names.slice(names.indexOf(next)), next];
    } else if (needs.has(next) && !done.has(next)) {
      onPath.add(next);
      path.push({ name: next, next: 0 });
    }
  }
  return undefined;
}
