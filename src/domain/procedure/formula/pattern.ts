/*
 * Patterns of `regex`, read into a tree. A pattern may come from a stranger's spreadsheet, and the browser's own matcher
 * tries every way through it: `(a+)+b` on thirty letters keeps a tablet busy for minutes, and no list of forbidden
 * shapes finds all of that kind. So the shape is read here and matched in `match-pattern.ts` all ways at once; only
 * what one letter may be (`\d`, `[^a-z]`, `\p{L}`) is left to the browser. What looks back or ahead (`\1`, `(?=`, `\b`)
 * cannot be matched so, and is refused.
 */
export type Pattern =
  | { readonly kind: 'letter'; readonly fits: (letter: string) => boolean }
  /** Of no length: where the text begins, and where it ends. */
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence' | 'either'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'times'; readonly part: Pattern; readonly least: number; readonly most: number };

/** Longest pattern that is read; XLSForms seen have some 60 characters. */
const LONGEST = 500;

const TOKEN =
  /\\(?:[pP]\{[^{}]*\}|x[\da-fA-F]{2}|u\{[\da-fA-F]+\}|u[\da-fA-F]{4}|.)|\[(?:\\.|[^\]\\])*\]|\(\?:|\{\d+(?:,\d*)?\}\??|[*+?]\??|[^\\]/gsu;
const REPETITION = /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??$/;
/** Written with a backslash by habit; strict patterns take them only without. */
const NEEDLESS = /\\([@#'",:;!%&~<>=_` ])/g;

/** The tree of a pattern; undefined where it cannot be read or matched one letter at a time. */
export function readPattern(pattern: string): Pattern | undefined {
  if (pattern.length > LONGEST) return undefined;
  const tokens = pattern.match(TOKEN) ?? [];
  if (tokens.join('') !== pattern) return undefined;
  const reader: Reader = { tokens, at: 0 };
  const whole = readEither(reader);
  return reader.at === tokens.length ? whole : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function readEither(reader: Reader): Pattern | undefined {
  const parts: Pattern[] = [];
  do {
    const part = readSequence(reader);
    if (part === undefined) return undefined;
    parts.push(part);
  } while (take(reader, '|'));
  return { kind: 'either', parts };
}

function readSequence(reader: Reader): Pattern | undefined {
  const parts: Pattern[] = [];
  for (let token = reader.tokens[reader.at]; token !== undefined; token = reader.tokens[reader.at]) {
    if (token === '|' || token === ')') break;
    const part = readPart(reader);
    const repeated = part === undefined ? undefined : readTimes(reader, part);
    if (repeated === undefined) return undefined;
    parts.push(repeated);
  }
  return { kind: 'sequence', parts };
}

function readPart(reader: Reader): Pattern | undefined {
  const token = reader.tokens[reader.at++] ?? '';
  if (token === '(' || token === '(?:') {
    const inner = readEither(reader);
    return take(reader, ')') ? inner : undefined;
  }
  if (token === '^') return { kind: 'start' };
  if (token === '$') return { kind: 'end' };
  return readLetter(token);
}

function readTimes(reader: Reader, part: Pattern): Pattern | undefined {
  const [found, sign, count, comma, last] = REPETITION.exec(reader.tokens[reader.at] ?? '') ?? [];
  if (found === undefined) return part;
  reader.at++;
  const least = sign === undefined ? Number(count) : sign === '+' ? 1 : 0;
  const isOpen = sign === undefined ? comma !== undefined && last === '' : sign !== '?';
  const most = isOpen ? Number.POSITIVE_INFINITY : sign === undefined ? Number(last ?? count) : 1;
  return least > most ? undefined : { kind: 'times', part, least, most };
}

function readLetter(token: string): Pattern | undefined {
  if (/^\\[bB]$/.test(token)) return undefined;
  try {
    const one = new RegExp(`^(?:${token.replaceAll(NEEDLESS, '$1')})$`, 'u');
    return { kind: 'letter', fits: (letter) => one.test(letter) };
  } catch {
    return undefined;
  }
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at++;
  return true;
}
