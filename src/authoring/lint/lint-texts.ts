import type { ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { type Finding, finding } from './finding.ts';
import { blanksIn, type FlatTexts, flattenTexts } from './flat-texts.ts';
import { textKeysOf } from './text-keys.ts';

export interface TextsGiven {
  /** The procedure's own sentences by language, in the shape of a locale file. */
  readonly texts: Readonly<Record<string, unknown>>;
  /** What many procedures say alike, by language. */
  readonly shared?: Readonly<Record<string, unknown>>;
  /** Languages that lack nothing; others borrow what they lack. */
  readonly complete?: readonly string[];
  /** Keys that other versions of the same procedure ask for: versions share their texts. */
  readonly alsoAsked?: Iterable<string>;
}

/** Vietnamese writing that people read letter by letter; a label or title says it in full. */
const ABBREVIATION = /(?<![\p{L}\d])(CCCD|CMND|UBND|HĐND|BHYT|TTHC|SĐT|VNeID)(?![\p{L}\d])/u;
/** Words of a sentence that a tired person can follow. */
const MOST_WORDS = 15;

/** Sentences that are missing, that nobody asks for, or that say different things in different languages. */
export function lintTexts(definition: ProcedureDefinition, given: TextsGiven): readonly Finding[] {
  const { needed, welcome } = textKeysOf(definition);
  const complete = given.complete ?? ['vi', 'en'];
  const asked = new Set([...needed, ...welcome, ...(given.alsoAsked ?? [])]);
  const own = new Map(
    Object.entries(given.texts).map(([language, texts]) => [language, flattenTexts(texts)]),
  );
  const findings = [...own].flatMap(([language, flat]) => {
    const shared = flattenTexts(given.shared?.[language] ?? {}).sentences;
    return [
      ...needed
        .filter((key) => !flat.sentences.has(key) && !shared.has(key))
        .filter(() => complete.includes(language))
        .map((key) => inLanguage(language, key, 'error', 'text-missing')),
      ...flat.wrong.map((key) => inLanguage(language, key, 'error', 'text-no-sentence')),
      ...[...flat.sentences]
        .filter(([, text]) => text.trim() === '')
        .map(([key]) => inLanguage(language, key, 'error', 'text-empty')),
      ...[...flat.sentences.keys()]
        .filter((key) => !asked.has(key))
        .map((key) => inLanguage(language, key, 'warning', 'text-unasked')),
    ];
  });
  return [
    ...findings,
    ...findDifferences(own),
    ...findUnknownBlanks(definition, own),
    ...findHardSentences(own.get('vi')),
  ];
}

function inLanguage(
  language: string,
  key: string,
  severity: Finding['severity'],
  code: Finding['code'],
  params: Finding['params'] = {},
): Finding {
  const place = [
    { kind: 'language', name: language },
    { kind: 'text', name: key },
  ] as const;
  return finding(severity, place, code, { key, ...params });
}

/** Vietnamese is what the others are held against, or else the first language there is. */
function findDifferences(own: ReadonlyMap<string, FlatTexts>): readonly Finding[] {
  const first = own.has('vi') ? 'vi' : [...own.keys()][0];
  const model = first === undefined ? undefined : own.get(first)?.sentences;
  if (model === undefined) return [];
  return [...own]
    .filter(([language]) => language !== first)
    .flatMap(([language, { sentences }]) =>
      [...sentences].flatMap(([key, text]) => {
        const other = model.get(key);
        if (other === undefined) return [];
        const [here, there] = [blanksIn(text).join(', '), blanksIn(other).join(', ')];
        return here === there
          ? []
          : [inLanguage(language, key, 'error', 'blanks-differ', { here: here || '–', there: there || '–' })];
      }),
    );
}

/** A question's text may name answers of this declaration, and the commune; nothing else would ever be filled in. */
function findUnknownBlanks(
  definition: ProcedureDefinition,
  own: ReadonlyMap<string, FlatTexts>,
): readonly Finding[] {
  const ids = new Set(definition.steps.flatMap((step) => step.questions.map(({ id }) => id)));
  return [...own].flatMap(([language, { sentences }]) =>
    [...sentences]
      .filter(([key]) => key.startsWith('questions.'))
      .flatMap(([key, text]) =>
        blanksIn(text)
          .filter((blank) => blank !== 'commune' && !ids.has(blank))
          .map((blank) => inLanguage(language, key, 'warning', 'blank-unknown', { blank })),
      ),
  );
}

function findHardSentences(vietnamese: FlatTexts | undefined): readonly Finding[] {
  const spoken = [...(vietnamese?.sentences ?? [])].filter(([key]) => /\.(label|title)$/.test(key));
  return spoken.flatMap(([key, text]) => {
    const abbreviation = ABBREVIATION.exec(text)?.[1];
    const isLong = text.split(/[.?!:]/).some((one) => one.trim().split(/\s+/).length > MOST_WORDS);
    return [
      ...(abbreviation === undefined
        ? []
        : [inLanguage('vi', key, 'warning', 'abbreviation', { abbreviation })]),
      ...(isLong ? [inLanguage('vi', key, 'warning', 'long-sentence', { most: MOST_WORDS })] : []),
    ];
  });
}
