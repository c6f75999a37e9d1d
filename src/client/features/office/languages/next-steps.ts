import type { LanguageLine } from '../../../../contract/operations/languages.ts';

/** How many phrases have a text or a voice of any standing, counted for each. */
export function workDone({ texts, voices }: Pick<LanguageLine, 'texts' | 'voices'>): number {
  return texts.draft + texts.checked + voices.draft + voices.checked + voices.outdated;
}

/** What to do next, and how many phrases it is about. */
export interface NextStep {
  readonly what: 'begin' | 'check' | 'publish' | 'again' | 'write' | 'record' | 'done';
  readonly count: number;
}

/**
 * What brings a language on, the nearest to the villagers first: what was made is checked, what was checked is published, what
 * went out of date is made again, and then come the phrases that have nothing yet.
 */
export function nextSteps(line: LanguageLine, isWhole: boolean): readonly NextStep[] {
  const { phrases, texts, voices, unpublished } = line;
  if (workDone(line) === 0) return [{ what: 'begin', count: phrases }];
  const steps: readonly NextStep[] = [
    { what: 'check', count: texts.draft + voices.draft },
    { what: 'publish', count: unpublished.texts + unpublished.voices },
    { what: 'again', count: voices.outdated },
    { what: 'record', count: phrases - voices.draft - voices.checked - voices.outdated },
    { what: 'write', count: isWhole ? 0 : phrases - texts.draft - texts.checked },
  ];
  const open = steps.filter(({ count }) => count > 0);
  return open.length > 0 ? open : [{ what: 'done', count: phrases }];
}
