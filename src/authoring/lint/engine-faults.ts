import { type Finding, type FindingCode, finding, type Place, type PlacePart } from './finding.ts';

/*
 * The engine finds its faults in one English sentence each. Those that authors make are said here in their own words;
 * one that is not known here is passed on as it is.
 */

const KNOWN: readonly (readonly [RegExp, FindingCode])[] = [
  [/^(?<who>.+) depends on (?<name>\S+), which does not come before it$/, 'later-question'],
  [/^(?<who>step \S+) is repeated by (?<name>\S+), which does not come before it$/, 'count-late'],
  [/^(?<who>step \S+) is repeated by (?<name>\S+), which is no number asked once$/, 'count-no-number'],
  [/^(?<who>[^:]+): no question (?<name>\S+)$/, 'question-unknown'],
];

export function sayEngineFault(fault: string): Finding {
  for (const [pattern, code] of KNOWN) {
    const { who, name } = pattern.exec(fault)?.groups ?? {};
    if (who !== undefined && name !== undefined) return finding('error', placeIn(who), code, { name });
  }
  return finding('error', placeIn(fault), 'engine', { fault });
}

const KINDS: readonly PlacePart['kind'][] = [
  'step',
  'question',
  'document',
  'case',
  'rule',
  'deadline',
  'follow-up',
];

/** `question groom.name: …` stands at that question. */
function placeIn(text: string): Place {
  const [, word, name] = /^([a-z-]+) ([^\s:]+)/.exec(text) ?? [];
  const kind = KINDS.find((one) => one === word);
  return kind === undefined || name === undefined ? [] : [{ kind, name }];
}
