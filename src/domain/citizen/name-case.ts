/**
 * A name that a card prints in capitals, as people write it: `BÙI THỊ MẬU` becomes `Bùi Thị Mậu`. One with small letters
 * in it was written with care and stays as it is.
 */
export function withoutCapitals(name: string): string {
  if (name !== name.toLocaleUpperCase('vi')) return name;
  return name
    .toLocaleLowerCase('vi')
    .replace(
      /(^|[\s'’ʼ‘-])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
    );
}
