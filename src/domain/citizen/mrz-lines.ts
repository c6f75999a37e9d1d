/** What is wrong with one line, the first thing found from the left. */
export type MrzLineProblem =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'wrong-character'
  | 'not-vietnamese'
  /** The nine digits behind `IDVNM` and their check digit do not fit. */
  | 'wrong-card-number'
  /** The twelve digits and the check digit at the end of the line do not fit. */
  | 'wrong-personal-number'
  /** The nine digits are not the last of the twelve. */
  | 'numbers-differ'
  | 'wrong-birth-date'
  | 'wrong-sex'
  | 'wrong-expiry-date'
  /** Each part is right by itself; the last digit of line two, over both lines, is not. */
  | 'wrong-whole-check'
  | 'wrong-name';

const LENGTH = 30;
const WEIGHTS = [7, 3, 1] as const;

/** ICAO 9303: digits as they are, letters from A = 10, fillers 0; weights 7, 3, 1 in turn; the sum modulo ten. */
export function checkDigit(text: string): string {
  let sum = 0;
  for (const [index, sign] of [...text].entries()) {
    const value = sign === '<' ? 0 : Number.parseInt(sign, 36);
    sum += value * (WEIGHTS[index % 3] ?? 0);
  }
  return String(sum % 10);
}

/** `IDVNM`, the last nine digits of the number, check, the number, `<<`, check. */
export function problemOfLine1(line: string): MrzLineProblem | undefined {
  const shape = problemOfShape(line);
  if (shape !== undefined) return shape;
  if (!line.startsWith('IDVNM')) return 'not-vietnamese';
  const card = line.slice(5, 14);
  const number = line.slice(15, 27);
  if (!/^\d{9}$/.test(card) || checkDigit(card) !== line.charAt(14)) return 'wrong-card-number';
  if (!/^\d{12}$/.test(number) || line.slice(27, 29) !== '<<' || checkDigit(number) !== line.charAt(29)) {
    return 'wrong-personal-number';
  }
  return number.endsWith(card) ? undefined : 'numbers-differ';
}

/** Birth date, check, sex, expiry, check, `VNM`, eleven fillers; the last digit needs both lines and is judged elsewhere. */
export function problemOfLine2(line: string): MrzLineProblem | undefined {
  const shape = problemOfShape(line);
  if (shape !== undefined) return shape;
  if (!isDate(line.slice(0, 6)) || checkDigit(line.slice(0, 6)) !== line.charAt(6)) return 'wrong-birth-date';
  if (!/^[MF]$/.test(line.charAt(7))) return 'wrong-sex';
  if (!isExpiry(line.slice(8, 14), line.charAt(14))) return 'wrong-expiry-date';
  return line.slice(15, 18) === 'VNM' ? undefined : 'not-vietnamese';
}

function problemOfShape(line: string): MrzLineProblem | undefined {
  if (line === '') return 'empty';
  if (!/^[A-Z0-9<]*$/.test(line)) return 'wrong-character';
  if (line.length < LENGTH) return 'too-short';
  return line.length > LENGTH ? 'too-long' : undefined;
}

/** A card that does not expire may have fillers there, and then a filler for its check digit. */
function isExpiry(date: string, check: string): boolean {
  if (/^<{6}$/.test(date)) return check === '<' || check === '0';
  return /^\d{6}$/.test(date) && isDate(date) && checkDigit(date) === check;
}

/** Year, then month and day of which either may be unknown: `<<` or `00`. */
function isDate(yymmdd: string): boolean {
  const match = /^\d\d(\d\d|<<)(\d\d|<<)$/.exec(yymmdd);
  if (match === null) return false;
  const [month, day] = [match[1], match[2]].map((part) => Number(part?.replace('<<', '0')));
  return month !== undefined && month <= 12 && day !== undefined && day <= 31;
}
