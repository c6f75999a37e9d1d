/**
 * What two Vietnamese texts are compared on: no tone or vowel marks, `đ` as `d`, lower case, single spaces.
 * Keyboards place tone marks differently (`hoà`, `hòa`); with the marks gone both are one text.
 * For searching and matching only: what is stored and shown is always the text as written.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/\s+/g, ' ')
    .trim();
}
