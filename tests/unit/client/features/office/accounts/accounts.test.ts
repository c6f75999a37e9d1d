import { describe, expect, it } from 'vitest';
import { buildAct, noValues } from '../../../../../../src/client/features/office/accounts/act-values.ts';
import { compareLines } from '../../../../../../src/client/features/office/accounts/compare-accounts.ts';
import { makeCode } from '../../../../../../src/client/features/office/accounts/make-code.ts';
import { utf8 } from '../../../../../../src/contract/bytes.ts';
import { sha256Base64url } from '../../../../../../src/contract/keys.ts';
import { AccountAct } from '../../../../../../src/contract/operations/accounts.ts';

describe('an action on one account', () => {
  it('is sent with its reason, or with how one knows that it is them, and not before', () => {
    expect(buildAct('suspend', { ...noValues, reason: '  a ' }, '')).toBeUndefined();
    expect(buildAct('suspend', { ...noValues, reason: ' Nghi trùng ' }, '')).toEqual({
      kind: 'suspend',
      reason: 'Nghi trùng',
    });
    expect(buildAct('activate', { ...noValues, how: 'known-person' }, '')).toBeUndefined();
    expect(buildAct('activate', { ...noValues, how: 'known-person', who: 'Trưởng bản' }, '')).toEqual({
      kind: 'activate',
      check: { how: 'known-person', who: 'Trưởng bản' },
    });
  });

  it('gives a new code of which only the hash is sent', async () => {
    const { code, hash } = await makeCode();
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(hash).toBe(await sha256Base64url(utf8(code.replace('-', ''))));
    const act = buildAct('reissue-code', noValues, hash);
    expect(AccountAct.safeParse(act).success).toBe(true);
    expect(JSON.stringify(act)).not.toContain(code);
  });
});

describe('two accounts side by side', () => {
  it('show what either says, in the order of the first, and whether it is the same', () => {
    const line = (id: string, value: string | null) => ({ id, label: id, value });
    expect(
      compareLines(
        [line('name', 'Lò Thị Mẩy'), line('phone', '0912345678'), line('card', null)],
        [line('name', 'Lò Thị Mẩy'), line('card', null), line('job', 'làm nương')],
      ),
    ).toEqual([
      { id: 'name', label: 'name', one: 'Lò Thị Mẩy', other: 'Lò Thị Mẩy', isSame: true },
      { id: 'phone', label: 'phone', one: '0912345678', other: null, isSame: false },
      { id: 'card', label: 'card', one: null, other: null, isSame: true },
      { id: 'job', label: 'job', one: null, other: 'làm nương', isSame: false },
    ]);
  });
});
