import { describe, expect, it } from 'vitest';
import { getCurrentProcedure, procedures } from '../../../src/procedures/catalogue.ts';
import { createCatalogue } from '../../../src/procedures/versions.ts';

const first = getCurrentProcedure('birth-registration');
const second = { ...first, version: 2 };
const third = { ...first, version: 3 };
const account = getCurrentProcedure('account-registration');

describe('versions of a procedure', () => {
  it('stay side by side: drafts find theirs, new interviews begin with the newest', () => {
    const catalogue = createCatalogue([second, account, third, first]);
    expect(catalogue.find('birth-registration', 1)).toBe(first);
    expect(catalogue.find('birth-registration', 2)).toBe(second);
    expect(catalogue.current('birth-registration')).toBe(third);
    expect(catalogue.current('account-registration')).toBe(account);
    expect(catalogue.find('birth-registration', 4)).toBeUndefined();
    expect(catalogue.find('birth-registration', 0)).toBeUndefined();
    expect(catalogue.find('marriage', 1)).toBeUndefined();
    expect(catalogue.current('marriage')).toBeUndefined();
  });

  it.each([
    ['the same twice', [first, first]],
    ['one left out', [first, third]],
    ['the first gone', [second]],
  ])('are refused with %s: somebody may be in the middle of it', (_what, definitions) => {
    expect(() => createCatalogue(definitions)).toThrow(/birth-registration has the versions/);
  });

  it('are all there in this build', () => {
    expect(createCatalogue(procedures).all).toHaveLength(procedures.length);
  });
});
