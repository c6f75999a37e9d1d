import { describe, expect, it } from 'vitest';
import {
  hashPassword,
  oneTimePassword,
  passwordMatches,
  passwordWeakness,
} from '../../../../src/server/commands/password.ts';

describe('passwords', () => {
  it('matches its own hash and no other', async () => {
    const hash = await hashPassword('Cầu Bá Thước 7');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(hash, 'Cầu Bá Thước 7')).toBe(true);
    expect(await passwordMatches(hash, 'cầu bá thước 7')).toBe(false);
  });

  it('opens with composed and decomposed letters alike', async () => {
    const hash = await hashPassword('Cầu Bá Thước'.normalize('NFC'));
    expect(await passwordMatches(hash, 'Cầu Bá Thước'.normalize('NFD'))).toBe(true);
  });

  it('matches nothing where there is no hash', async () => {
    expect(await passwordMatches(null, '')).toBe(false);
    expect(await passwordMatches(null, 'anything')).toBe(false);
  });

  it.each([
    ['ngắn quá', 'too-short'],
    ['mot-lan-0001', 'same-as-before'],
    ['xin-chao-LAN.pt', 'contains-login'],
    ['chín chữ ', 'too-short'],
    ['mười chữ đủ', undefined],
  ])('%s', (chosen, expected) => {
    expect(passwordWeakness(chosen, { login: 'lan.pt', current: 'mot-lan-0001' })).toBe(expected);
  });

  it('a one-time password is 12 unambiguous letters in three groups', () => {
    const all = oneTimePassword((length) => Uint8Array.from({ length }, (_, i) => i * 23));
    expect(all).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(oneTimePassword((length) => new Uint8Array(length).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ');
  });
});
