import { relative } from 'node:path';
import type { Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

/**
 * Says at which step a story stood when its time was over. Calls that reach past the screen (a script in the page, the
 * end of a process) wait for ever by themselves, and the runner alone would say no more than that time was over.
 */
export default class WhereItStood implements Reporter {
  readonly #stood: string[] = [];

  onTestEnd(test: TestCase, result: TestResult): void {
    if (result.status !== 'timedOut') return;
    const open = stepsNotEnded(result.steps);
    this.#stood.push(
      [`${test.title}, after ${lastEnded(result.steps) ?? 'nothing'}, at:`, ...open.map(lineOf)].join(
        '\n    ',
      ),
    );
  }

  onEnd(): void {
    for (const one of this.#stood) process.stdout.write(`\n  Stood still: ${one}\n`);
  }

  printsToStdio(): boolean {
    return false;
  }
}

/** From the outermost to the innermost. */
function stepsNotEnded(steps: readonly TestStep[]): readonly TestStep[] {
  return steps.filter(({ duration }) => duration < 0).flatMap((step) => [step, ...stepsNotEnded(step.steps)]);
}

/** What came to its end last in the story itself, so that a wait outside the browser has a place too. */
function lastEnded(steps: readonly TestStep[]): string | undefined {
  const told = steps.filter(({ category }) => category !== 'hook').flatMap(allWithin);
  const last = told.filter(({ duration }) => duration >= 0).at(-1);
  return last === undefined ? undefined : lineOf(last);
}

function allWithin(step: TestStep): readonly TestStep[] {
  return [step, ...step.steps.flatMap(allWithin)];
}

function lineOf({ title, location }: TestStep): string {
  return location === undefined ? title : `${title} (${relative('.', location.file)}:${location.line})`;
}
