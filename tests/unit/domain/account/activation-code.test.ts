import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ACTIVATION_CODE_BYTES,
  makeActivationCode,
  normaliseActivationCode,
} from '../../../../src/domain/account/activation-code.ts';

it('makes ten symbols in two groups, and reads them back however they are typed', () => {
  const bytes = fc.uint8Array({ minLength: ACTIVATION_CODE_BYTES, maxLength: ACTIVATION_CODE_BYTES });
  fc.assert(
    fc.property(bytes, (random) => {
      const code = makeActivationCode(random);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      const value = code.replace('-', '');
      for (const typed of [code, code.toLowerCase(), value, ` ${code.replace('-', ' ')}`]) {
        expect(normaliseActivationCode(typed)).toEqual({ kind: 'code', value });
      }
    }),
  );
});

it('uses the bits in order', () => {
  expect(makeActivationCode(new Uint8Array([0, 0, 0, 0, 0, 0, 0]))).toBe('00000-00000');
  expect(makeActivationCode(new Uint8Array([0b00001_000, 0b10_00011_0, 0, 0, 0, 0, 0]))).toBe('12300-00000');
  expect(() => makeActivationCode(new Uint8Array(6))).toThrow('7 bytes');
});

it('takes look-alikes for what they look like, and refuses the rest', () => {
  expect(normaliseActivationCode('oOiIl-00000')).toEqual({ kind: 'code', value: '0011100000' });
  for (const wrong of ['', '12345', '12345-67890-1', '12345-6789U', '12345-6789!']) {
    expect(normaliseActivationCode(wrong), wrong).toEqual({ kind: 'invalid' });
  }
});
