import type { Problem } from '../contract/evaluation.ts';
import { findAnswer } from '../values.ts';
import type { Shown } from '../visibility.ts';
import { error, type Finding } from './problem.ts';

/**
 * What is wrong about numbers that say how often a step is asked: only a whole number counts, and one beyond what the
 * step may be asked would leave somebody out unseen. Silent beside a problem that the number has by itself.
 */
export function findCountProblems(shown: Shown, found: readonly Problem[]): Problem[] {
  const wrong = new Set(found.map(({ question }) => question));
  return shown.counts.flatMap(({ question, most }): Problem[] => {
    const count = findAnswer(shown.answers, question);
    if (typeof count !== 'number' || wrong.has(question)) return [];
    const finding = checkCount(count, most);
    if (finding === undefined) return [];
    wrong.add(question);
    return [{ question, source: 'answer', ...finding }];
  });
}

function checkCount(count: number, most: number): Finding | undefined {
  if (!Number.isInteger(count)) return error('number-not-whole');
  if (count < 0) return error('number-too-small', { min: 0 });
  return count > most ? error('number-too-large', { max: most }) : undefined;
}
