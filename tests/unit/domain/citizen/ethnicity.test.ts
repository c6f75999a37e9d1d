import { expect, it } from 'vitest';
import {
  ethnicGroups,
  ethnicGroupsConfirmed,
  findEthnicGroup,
} from '../../../../src/domain/citizen/ethnicity.ts';

it('lists 54 groups once each, numbered from 01 on, in NFC', () => {
  expect(ethnicGroups.map(({ code }) => code)).toEqual(
    Array.from({ length: 54 }, (_, index) => String(index + 1).padStart(2, '0')),
  );
  expect(new Set(ethnicGroups.map(({ name }) => name)).size).toBe(54);
  for (const { name } of ethnicGroups) expect(name).toBe(name.normalize('NFC'));
});

it.each([
  ['01', 'Kinh'],
  ['03', 'Thái'],
  ['06', 'Mường'],
  ['08', 'Mông'],
  ['09', 'Dao'],
  ['24', 'Thổ'],
  ['29', 'Khơ-mú'],
  ['54', 'Rơ-măm'],
])('code %s is %s', (code, name) => {
  expect(findEthnicGroup(code)?.name).toBe(name);
});

it('does not claim to have been checked', () => {
  expect(ethnicGroupsConfirmed).toBe(false);
});
