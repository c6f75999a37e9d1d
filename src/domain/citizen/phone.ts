export type ParsedMobile =
  | {
      readonly kind: 'mobile';
      /** Ten digits, as people write it: `0912345678`. */
      readonly value: string;
      /** `+84912345678`. */
      readonly international: string;
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-mobile' };

/** A Vietnamese mobile number; spaces, dots and dashes are dropped, `+84` and `0084` mean the leading zero. */
export function parseMobile(text: string): ParsedMobile {
  const digits = text.replace(/[\s.\-()]/g, '');
  if (digits === '') return { kind: 'empty' };
  const value = digits.replace(/^(\+84|0084|84(?=\d{9}$))0?/, '0');
  if (!/^0[35789]\d{8}$/.test(value)) return { kind: 'not-a-mobile' };
  return { kind: 'mobile', value, international: `+84${value.slice(1)}` };
}
