/** `0912 345 678`, and the same groups while it is typed; what is not all digits is left as it was typed. */
export function groupPhone(typed: string): string {
  const digits = typed.replaceAll(' ', '');
  if (!/^0\d{4,9}$/.test(digits)) return typed;
  return [digits.slice(0, 4), digits.slice(4, 7), digits.slice(7)].filter((group) => group !== '').join(' ');
}

/** `038 199 000001` for a personal number, `171 234 567` for an old one, and the same groups while it is typed. */
export function groupDigits(digits: string): string {
  const tail = digits.length > 9 ? [digits.slice(6)] : [digits.slice(6, 9)];
  return [digits.slice(0, 3), digits.slice(3, 6), ...tail].filter((group) => group !== '').join(' ');
}
