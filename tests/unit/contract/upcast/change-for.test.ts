import { expect, it } from 'vitest';
import type { Change } from '../../../../src/contract/down/change.ts';
import { changeFor } from '../../../../src/contract/upcast/change-for.ts';
import { Change1 } from '../../../../src/contract/upcast/version-1.ts';

const digest = 'A'.repeat(43);
const catalogue: Change = {
  kind: 'catalogue',
  cursor: 7,
  procedures: [
    { id: 'a', version: 1, state: 'current' },
    { id: 'a', version: 2, state: 'withdrawn', digest },
    { id: 'b', version: 1, state: 'withdrawn' },
    { id: 'c', version: 1, state: 'current', digest },
  ],
  languagePacks: [
    { language: 'vi', version: 1 },
    { language: 'mtq-Latn-VN', version: 3, digest },
  ],
};
const namedOnly = [
  { language: 'vi', version: 1 },
  { language: 'mtq-Latn-VN', version: 3 },
];

it('a tablet of version 2 hears of procedures in the words and members that it knows', () => {
  expect(changeFor(2, catalogue)).toEqual({
    ...catalogue,
    procedures: [
      { id: 'a', version: 1, state: 'current' },
      { id: 'a', version: 2, state: 'superseded' },
      { id: 'b', version: 1, state: 'retired' },
      { id: 'c', version: 1, state: 'current' },
    ],
    languagePacks: namedOnly,
  });
});

it('a tablet of version 3 hears of language packs without their digests', () => {
  expect(changeFor(3, catalogue)).toEqual({ ...catalogue, languagePacks: namedOnly });
});

it('says that there is work in a word that tablets before version 5 pass over', () => {
  const work: Change = { kind: 'work', cursor: 9, staffId: '0197f3a2-0000-7000-8000-000000000002' };
  expect(changeFor(4, work)).toBe(work);
  expect(Change1.safeParse(work).success).toBe(false);
});

it('a tablet of version 4 hears it as it is, and every other change is as it was', () => {
  expect(changeFor(4, catalogue)).toBe(catalogue);
  const account: Change = {
    kind: 'account',
    cursor: 8,
    submissionId: '0197f3a2-0000-7000-8000-000000000001',
    state: 'active',
    receivedAt: '2026-11-23T02:00:00Z',
  };
  expect(changeFor(2, account)).toBe(account);
});
