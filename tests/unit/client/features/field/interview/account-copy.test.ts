import { describe, expect, it } from 'vitest';
import { copyFromAccount } from '../../../../../../src/client/features/field/interview/account-copy.ts';
import { getCurrentProcedure } from '../../../../../../src/procedures/catalogue.ts';

const account = getCurrentProcedure('account-registration');
const birth = getCurrentProcedure('birth-registration');
const known = {
  'person.name': 'Vi Thị Mẫu',
  'person.birthDate': { year: 1948 },
  'person.residence': { province: '38', commune: '14956' },
  'person.ethnicity': 'Thái',
};

describe('copying from an account', () => {
  it('brings name, birth date and residence, and nothing that was not asked for', () => {
    const copy = copyFromAccount({ definition: account, answers: known }, { definition: birth, answers: {} });
    expect(copy).toEqual({
      'requester.name': 'Vi Thị Mẫu',
      'requester.birthDate': { year: 1948 },
      'requester.residence': { province: '38', commune: '14956' },
    });
  });

  it('never replaces what was already said', () => {
    const answers = { 'requester.name': 'Hà Thị Mẫu' };
    const copy = copyFromAccount({ definition: account, answers: known }, { definition: birth, answers });
    expect(copy['requester.name']).toBeUndefined();
  });
});
