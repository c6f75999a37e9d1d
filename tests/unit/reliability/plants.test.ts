import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { KINDS } from '../../reliability/kinds.ts';
import { PLANTINGS, PLANTS } from '../../reliability/plants.ts';

/*
 * A planted run takes a minute and is seldom made: that a bug has lost its place in the code, or a fault its name, is said
 * here and by the change that did it.
 */
it.each(PLANTS)('has one place to plant %s in, and a kind of fault that brings it to light', (plant) => {
  const { module, text, kind } = PLANTINGS[plant];
  expect(readFileSync(module, 'utf8').split(text)).toHaveLength(2);
  expect(KINDS.map(({ name }) => name)).toContain(kind);
});
