const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/**
 * An amount as people say it: 20000 is "hai mươi nghìn đồng". Whole đồng, nought or more, at most what a number can say
 * exactly; anything else throws. Words of the North and of Thanh Hóa: "nghìn", "linh", "mốt", "tư", "lăm".
 */
export function sayDong(dong: number): string {
  if (!Number.isSafeInteger(dong) || dong < 0) throw new RangeError(`no amount of money: ${dong}`);
  return `${sayNumber(dong)} đồng`;
}

/** "hai mươi nghìn" for 20000: as a banknote is called. */
export function sayNumber(n: number): string {
  return n === 0 ? 'không' : sayBillions(n).join(' ');
}

function sayBillions(n: number): readonly string[] {
  const billions = Math.floor(n / BILLION);
  const rest = n % BILLION;
  if (billions === 0) return sayGroups(rest, false);
  return [...sayBillions(billions), 'tỷ', ...(rest === 0 ? [] : sayGroups(rest, true))];
}

/** Millions, thousands and the rest; `isInside` where something larger was said before. */
function sayGroups(n: number, isInside: boolean): readonly string[] {
  const groups = [
    { value: Math.floor(n / 1_000_000), name: 'triệu' },
    { value: Math.floor(n / 1000) % 1000, name: 'nghìn' },
    { value: n % 1000, name: '' },
  ];
  const words: string[] = [];
  for (const { value, name } of groups) {
    if (value === 0) continue;
    words.push(...sayHundreds(value, isInside || words.length > 0), ...(name === '' ? [] : [name]));
  }
  return words;
}

/** One to 999; inside a larger number the hundreds are said even where there are none. */
function sayHundreds(n: number, isInside: boolean): readonly string[] {
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor(n / 10) % 10;
  const ones = n % 10;
  const words = hundreds > 0 || isInside ? [digit(hundreds), 'trăm'] : [];
  if (tens === 0) {
    if (ones > 0) words.push(...(words.length > 0 ? ['linh'] : []), digit(ones));
    return words;
  }
  words.push(...(tens === 1 ? ['mười'] : [digit(tens), 'mươi']));
  if (ones > 0) words.push(oneAfterTens(ones, tens));
  return words;
}

function oneAfterTens(ones: number, tens: number): string {
  if (ones === 5) return 'lăm';
  if (tens > 1 && ones === 1) return 'mốt';
  if (tens > 1 && ones === 4) return 'tư';
  return digit(ones);
}

function digit(n: number): string {
  return DIGITS[n] ?? '';
}
