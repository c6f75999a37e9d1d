import { expect, it } from 'vitest';
import { findRetired } from '../../../../../../src/client/features/field/home/retired.ts';

it('a procedure is held back only where the office said that it is retired', () => {
  expect(findRetired([])).toEqual(new Set());
  const catalogue = {
    kind: 'catalogue' as const,
    cursor: 1,
    procedures: [
      { id: 'birth-registration', version: 1, state: 'superseded' as const },
      { id: 'birth-registration', version: 2, state: 'current' as const },
      { id: 'account-registration', version: 1, state: 'retired' as const },
    ],
    languagePacks: [],
  };
  expect(findRetired([catalogue])).toEqual(new Set(['account-registration']));
});
