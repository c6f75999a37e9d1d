import type { PaperText } from '../facts/sheet.ts';

/* What a paper is written with where its font has no letter: elsewhere the font would leave a hole that nobody sees. */
const INSTEAD: Readonly<Record<string, string>> = { ʼ: '’', '′': '’', '″': '”', '→': '–', '\u2010': '-' };
/** Stands for what the font cannot write at all; whoever signs sees it and can write the letter by hand. */
const UNKNOWN = '?';
/** Signs without a shape of their own: joiners, marks of direction, control characters. */
const SHAPELESS = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;

/**
 * The paper in letters that its font has: composed where they came in parts, in parts (`ŭ` as u and a breve) or with a sign
 * that looks alike where the font lacks them, and a question mark for the rest. Line breaks stay.
 */
export function inLettersOf(hasLetter: (codePoint: number) => boolean, paper: PaperText): PaperText {
  const has = (sign: string) => hasLetter(sign.codePointAt(0) ?? 0);
  const write = (sign: string): string => {
    if (sign === '\n' || has(sign)) return sign;
    if (/^[\t\p{Zs}]$/u.test(sign)) return ' ';
    if (SHAPELESS.test(sign)) return '';
    const parts = [...sign.normalize('NFKD')].map((part) => (has(part) ? part : INSTEAD[part]));
    return parts.includes(undefined) ? UNKNOWN : parts.join('');
  };
  return JSON.parse(JSON.stringify(paper), (_key, value: unknown) =>
    typeof value === 'string' ? [...value.normalize('NFC')].map(write).join('') : value,
  );
}
