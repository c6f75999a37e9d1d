/** `038 199 000001` for a personal number, `171 234 567` for an old one, and the same groups while it is typed. */
export function groupDigits(digits: string): string {
  const tail = digits.length > 9 ? [digits.slice(6)] : [digits.slice(6, 9)];
  return [digits.slice(0, 3), digits.slice(3, 6), ...tail].filter((group) => group !== '').join(' ');
}
