import { describe, expect, it } from 'vitest';
import sentences from '../../../locales/en/authoring.json' with { type: 'json' };
import type { Finding } from '../../../src/authoring/lint/finding.ts';
import { type LintOptions, lintDeclaration } from '../../../src/authoring/lint/lint-declaration.ts';
import { sayFindings } from '../../../src/authoring/lint/say-findings.ts';

type Json = Readonly<Record<string, unknown>>;

const named = { label: 'Ai?', hint: 'Ghi đủ.' };
const texts = (): Record<string, unknown> => ({
  name: 'Thử',
  purpose: 'Để thử.',
  keywords: 'thử',
  authority: 'Xã',
  consentTextVersion: '1',
  steps: { who: { title: 'Ai' }, papers: { title: 'Giấy tờ' } },
  questions: {
    who: {
      name: named,
      kind: { label: 'Loại nào?' },
      crops: { label: 'Trồng gì?' },
      age: { label: 'Bao nhiêu tuổi?' },
    },
  },
  choices: { 'who.kind': {}, who: { kind: { a: 'A', b: 'B' }, crops: { rice: 'Lúa', maize: 'Ngô' } } },
  documents: { card: { name: 'Thẻ', hint: 'Cho xem.' } },
  papers: { pass: { name: 'Hộ chiếu', hint: 'Nếu có.' } },
  cases: { special: 'Khác', usual: 'Thường' },
  reasons: { 'case-special': 'Vì khác.', 'case-usual': 'Vì thường.', odd: 'Lạ.' },
});

const drawn = (first: string, second: string) => [
  { value: first, drawing: 'person' },
  { value: second, drawing: 'house' },
];
const name = { id: 'who.name', type: 'name', drawing: 'person' };
const kind = { id: 'who.kind', type: 'choice', options: drawn('a', 'b') };
const crops = { id: 'who.crops', type: 'choices', options: drawn('rice', 'maize') };
const age = { id: 'who.age', type: 'number', min: 0, max: 120 };
const card = { id: 'paper.card', type: 'document', document: 'card' };

const good = {
  id: 'trial',
  version: 1,
  produces: 'dossier',
  codes: [],
  sources: ['none'],
  confidence: 'C',
  reviewStatus: 'draft',
  reviewedBy: null,
  reviewedOn: null,
  titleFrom: ['who.name'],
  roles: [],
  lifeEvents: ['birth'],
  followUps: [{ procedure: 'other' }],
  subject: { name: 'who.name' },
  cases: [
    {
      id: 'special',
      when: { answer: 'who.kind', is: 'b' },
      limit: { kind: 'none' },
      fee: { kind: 'free' },
    },
    { id: 'usual', limit: { kind: 'none' }, fee: { kind: 'free' } },
  ],
  steps: [
    { id: 'who', questions: [name, kind, crops, age] },
    { id: 'papers', kind: 'documents', questions: [card] },
  ],
  documents: [{ id: 'card', requiredWhen: true, alternatives: ['pass'] }],
  filingDeadlines: [],
  rules: [{ id: 'odd', when: { answer: 'who.kind', is: 'a' }, effect: 'warning', question: 'who.kind' }],
  results: [],
};

const options = (): LintOptions => ({
  texts: { vi: texts(), en: texts() },
  drawings: ['person', 'house'],
  procedures: ['other'],
});

const lint = (declaration: unknown, more: Partial<LintOptions> = {}) =>
  lintDeclaration(declaration, { ...options(), ...more });
const withQuestions = (...questions: readonly Json[]): Json => ({
  ...good,
  steps: [{ id: 'who', questions }, good.steps[1]],
});
const withKind = (changed: Json): Json => withQuestions(name, { ...kind, ...changed }, crops, age);
const withCrops = (changed: Json): Json => withQuestions(name, kind, { ...crops, ...changed }, age);
const withAge = (changed: Json): Json => withQuestions(name, kind, crops, { ...age, ...changed });
const withRule = (when: Json): Json => ({ ...good, rules: [{ ...good.rules[0], when }] });
const withDocument = (changed: Json): Json => ({
  ...good,
  documents: [{ ...good.documents[0], ...changed }],
});
const withPaper = (visible: Json): Json => ({
  ...good,
  steps: [good.steps[0], { ...good.steps[1], questions: [{ ...card, visible }] }],
});

describe('a declaration without faults', () => {
  it('has no findings', () => {
    expect(lint(good)).toEqual([]);
  });

  it('may keep what was calculated once, outermost or as a result', () => {
    const kept = { call: 'once', with: [{ value: 1 }] };
    for (const calculated of [
      kept,
      { call: 'coalesce', with: [kept, { value: 2 }] },
      { call: 'if', with: [{ value: 1 }, { value: 2 }, kept] },
    ])
      expect(lint(withAge({ calculated }))).toEqual([]);
  });
});

/** A `not` of a `not` of a `not` … */
function nested(deep: number): Json {
  let condition: Json = { answer: 'who.name', answered: true };
  for (let at = 0; at < deep; at++) condition = { not: condition };
  return condition;
}

/** What is planted, what is found, and where in the author's words. */
const planted: readonly (readonly [
  code: Finding['code'],
  declaration: unknown,
  place: string,
  named?: string,
])[] = [
  ['no-steps', { id: 'trial' }, ''],
  ['too-deep', withKind({ visible: nested(5000) }), '', '100'],
  ['unknown-key', { ...good, colour: 'red' }, '', 'colour'],
  [
    'unknown-key-near',
    withKind({ visibel: { answer: 'who.name', answered: true } }),
    'step who, question who.kind',
    'visible',
  ],
  [
    'unknown-key-near',
    withKind({ visible: { anser: 'who.name', answered: true } }),
    'step who, question who.kind, visible',
    'answer',
  ],
  ['unknown-word-near', withKind({ type: 'choise' }), 'step who, question who.kind, type', 'choice'],
  ['unknown-word', { ...good, confidence: 'Sure' }, 'confidence', 'A, B, C'],
  [
    'unknown-function-near',
    withAge({ visible: { formula: { call: 'selectd', with: [] } } }),
    'step who, question who.age, visible',
    'selected',
  ],
  [
    'unknown-function',
    withAge({ proposal: { call: 'uuid', with: [] } }),
    'step who, question who.age, proposal',
    'uuid',
  ],
  ['missing-key', withQuestions({ type: 'name' }), 'step who, question #1', 'id'],
  ['wrong-value', { ...good, version: 'one' }, 'version'],
  [
    'condition-incomplete',
    withKind({ visible: { all: [{ answer: 'who.name' }] } }),
    'step who, question who.kind, visible',
    'answer',
  ],
  [
    'block-wrong',
    withQuestions({ block: 'person', as: 'x', omitt: [] }),
    'step who, question person',
    'person',
  ],
  ['block-wrong', withQuestions({ block: 'person', as: 'x', omit: ['nose'] }), '', 'nose'],
  [
    'once-inside',
    withAge({
      calculated: { call: '+', with: [{ call: 'once', with: [{ value: 1 }] }, { value: 1 }] },
    }),
    'step who, question who.age',
  ],
  [
    'once-inside',
    withAge({
      calculated: {
        call: 'if',
        with: [
          { call: '=', with: [{ call: 'once', with: [{ value: 1 }] }, { value: 1 }] },
          { value: 1 },
          { value: 2 },
        ],
      },
    }),
    'step who, question who.age',
  ],
  ['later-question', withKind({ visible: { answer: 'who.age', is: 3 } }), 'question who.kind', 'who.age'],
  ['question-unknown', withRule({ answer: 'who.nose', is: 'long' }), 'rule odd', 'who.nose'],
  [
    'count-late',
    { ...good, steps: [{ ...good.steps[0], repeat: { count: 'who.age', most: 3 } }, good.steps[1]] },
    'step who',
    'who.age',
  ],
  [
    'count-no-number',
    {
      ...good,
      steps: [...good.steps, { id: 'more', repeat: { count: 'who.kind', most: 3 }, questions: [] }],
    },
    'step more',
    'who.kind',
  ],
  ['engine', { ...good, documents: [] }, '', 'card'],
  [
    'value-not-offered',
    withAge({ visible: { answer: 'who.kind', is: 'zebra' } }),
    'step who, question who.age',
    'zebra',
  ],
  [
    'value-not-offered-near',
    withAge({ visible: { answer: 'who.crops', includes: 'riec' } }),
    'step who, question who.age',
    'rice',
  ],
  [
    'value-not-offered-near',
    withAge({ visible: { formula: { call: '=', with: [{ answer: 'who.kind' }, { value: 'c' }] } } }),
    'step who, question who.age',
    'a',
  ],
  ['value-not-offered', withRule({ answer: 'paper.card', is: 'licence' }), 'rule odd', 'licence'],
  [
    'compares-with-many',
    withAge({ visible: { answer: 'who.crops', is: 'rice' } }),
    'step who, question who.age',
    'who.crops',
  ],
  [
    'compares-one-of-many',
    withAge({ visible: { answer: 'who.kind', includes: 'a' } }),
    'step who, question who.age',
    'who.kind',
  ],
  ['case-unknown', withRule({ case: 'nowhere' }), 'rule odd', 'nowhere'],
  [
    'question-unreachable',
    withAge({
      visible: {
        all: [
          { answer: 'who.kind', is: 'a' },
          { answer: 'who.kind', is: 'b' },
        ],
      },
    }),
    'step who, question who.age',
    'who.age',
  ],
  [
    'question-unreachable',
    withAge({
      visible: {
        all: [
          { answer: 'who.kind', is: 'a' },
          { answer: 'who.crops', includes: 'rice' },
          { not: { answer: 'who.crops', includes: 'rice' } },
        ],
      },
    }),
    'step who, question who.age',
  ],
  [
    'question-unreachable',
    withAge({ visible: { answer: 'who.kind', unknown: true } }),
    'step who, question who.age',
  ],
  [
    'question-unreachable',
    withAge({ visible: { not: { answer: 'who.kind', in: ['a', 'b'] } } }),
    'step who, question who.age',
  ],
  ['question-unreachable', withAge({ visible: { formula: { value: false } } }), 'step who, question who.age'],
  [
    'step-unreachable',
    {
      ...good,
      steps: [
        good.steps[0],
        {
          ...good.steps[1],
          visible: {
            all: [
              { number: 'who.age', under: 3 },
              { number: 'who.age', atLeast: 3 },
            ],
          },
        },
      ],
    },
    'step papers',
    'papers',
  ],
  [
    'option-never-offered',
    withCrops({ options: [{ value: 'rice' }, { value: 'maize', visible: { answer: 'who.kind', in: [] } }] }),
    'step who, question who.crops, choice maize',
    'maize',
  ],
  [
    'case-unreachable',
    { ...good, cases: [{ ...good.cases[0], when: { number: 'who.age', atLeast: 121 } }, good.cases[1]] },
    'case special',
    'special',
  ],
  ['rule-about-nothing', withRule({ all: [{ number: 'who.age', under: 0 }] }), 'rule odd', 'odd'],
  ['document-never-asked-for', withPaper({ any: [] }), 'paper card', 'card'],
  [
    'document-never-required',
    {
      ...withPaper({ answer: 'who.kind', is: 'a' }),
      documents: [{ id: 'card', requiredWhen: { answer: 'who.kind', is: 'b' }, alternatives: ['pass'] }],
    },
    'paper card',
    'card',
  ],
  ['document-without-photo', withDocument({ maxPhotos: 0 }), 'paper card', 'card'],
  ['alternative-twice', withDocument({ alternatives: ['pass', 'pass'] }), 'paper card', 'pass'],
  [
    'drawing-unknown',
    withQuestions({ ...name, drawing: 'persn' }, kind, crops, age),
    'step who, question who.name',
    'person',
  ],
  [
    'options-undrawn',
    withKind({ options: [{ value: 'a', drawing: 'person' }, { value: 'b' }] }),
    'step who, question who.kind',
    'b',
  ],
  [
    'options-drawn-alike',
    withKind({
      unknownAllowed: true,
      options: [...drawn('a', 'b'), { value: 'c', drawing: 'question-mark' }],
    }),
    'step who, question who.kind',
    'question-mark',
  ],
  ['procedure-unknown', { ...good, followUps: [{ procedure: 'othr' }] }, 'follow-up othr', 'other'],
  ['life-event-unknown', { ...good, lifeEvents: ['brith'] }, '', 'birth'],
];

describe('a planted fault is found', () => {
  it.each(planted)('%s', (code, declaration, place, word = '') => {
    const findings = lint(declaration);
    const said = sayFindings(findings, 'en');
    const at = findings.findIndex((one) => one.code === code);
    expect(findings.map((one) => one.code)).toContain(code);
    expect(said[at]?.place).toBe(place);
    expect(said[at]?.message).toContain(word);
    expect(sayFindings(findings, 'vi')[at]?.message).toMatch(/^(\p{Lu}|who|paper).*[.?]$/u);
  });
});

const changed = (change: (texts: Record<string, unknown>) => unknown): Record<string, unknown> => {
  const all = texts();
  change(all);
  return all;
};

const plantedTexts: readonly (readonly [
  code: Finding['code'],
  texts: Record<string, unknown>,
  place: string,
])[] = [
  ['text-missing', { vi: texts(), en: changed((all) => delete all.name) }, 'language en, text name'],
  [
    'text-unasked',
    {
      vi: changed((all) => {
        all.more = 'Thừa.';
      }),
      en: texts(),
    },
    'language vi, text more',
  ],
  [
    'text-empty',
    {
      vi: changed((all) => {
        all.name = ' ';
      }),
      en: texts(),
    },
    'language vi, text name',
  ],
  [
    'text-no-sentence',
    {
      vi: changed((all) => {
        all.name = 7;
      }),
      en: texts(),
    },
    'language vi, text name',
  ],
  [
    'blanks-differ',
    {
      vi: changed((all) => {
        all.purpose = 'Sau {{days}} ngày.';
      }),
      en: changed((all) => {
        all.purpose = 'After {{day}} days.';
      }),
    },
    'language en, text purpose',
  ],
  [
    'blank-unknown',
    {
      vi: changed((all) => {
        all.questions = {
          who: { ...Object(Object(all.questions).who), name: { label: 'Ai, {{who.nose}}?' } },
        };
      }),
      en: texts(),
    },
    'language vi, text questions.who.name.label',
  ],
  [
    'abbreviation',
    {
      vi: changed((all) => {
        all.steps = { who: { title: 'Số CCCD' }, papers: { title: 'Giấy' } };
      }),
      en: texts(),
    },
    'language vi, text steps.who.title',
  ],
  [
    'long-sentence',
    {
      vi: changed((all) => {
        all.steps = { who: { title: 'một hai '.repeat(8) }, papers: { title: 'Giấy' } };
      }),
      en: texts(),
    },
    'language vi, text steps.who.title',
  ],
];

describe('a planted fault in the texts is found', () => {
  it.each(plantedTexts)('%s', (code, given, place) => {
    const findings = lint(good, { texts: given });
    const said = sayFindings(
      findings.filter((one) => one.code === code),
      'en',
    );
    expect(said.map((one) => one.place)).toContain(place);
  });

  it('takes what is shared for said, and what an older version asks for as asked', () => {
    const withoutName = changed((all) => delete all.name);
    const shared = { vi: { name: 'Chung' }, en: { name: 'Shared' } };
    expect(lint(good, { texts: { vi: withoutName, en: withoutName }, shared })).toEqual([]);
    const more = changed((all) => {
      all.more = 'Cũ.';
    });
    expect(lint(good, { texts: { vi: more, en: more }, alsoAsked: ['more'] })).toEqual([]);
  });
});

it('plants a fault of every kind that has a sentence', () => {
  const codes = new Set([...planted, ...plantedTexts].map(([code]) => code));
  expect([...codes].sort()).toEqual(Object.keys(sentences.finding).sort());
});

it('believes of thousands of tangled conditions that they may be met, rather than look at all that follows from them', () => {
  const any = (id: string) => ({
    any: Array.from({ length: 17 }, (_, at) => ({ answer: id, is: at % 2 === 0 ? 'a' : 'b' })),
  });
  const choices = Array.from({ length: 400 }, (_, at) => ({
    ...kind,
    id: `q${at}`,
    ...(at === 0 ? {} : { visible: { all: [any(`q${at - 1}`), any(`q${Math.floor(at / 2)}`)] } }),
  }));
  // To look at all of it takes longer than any run of these tests may.
  const codes = lint(withQuestions(name, ...choices, kind)).map(({ code }) => code);
  expect(codes).not.toContain('question-unreachable');
}, 300_000);

describe('what only looks like a fault is not found', () => {
  it.each([
    [
      'a condition with too many ways to look at',
      {
        any: Array.from({ length: 30 }, () => ({
          all: [
            {
              any: [
                { answer: 'who.kind', is: 'a' },
                { answer: 'who.kind', is: 'b' },
              ],
            },
            { answer: 'who.name', answered: true },
          ],
        })),
      },
    ],
    [
      'a formula that is not understood',
      {
        formula: {
          call: '>',
          with: [{ call: 'string-length', with: [{ answer: 'who.name' }] }, { value: 2 }],
        },
      },
    ],
    [
      'a question that is open',
      {
        all: [
          { answer: 'who.kind', answered: false },
          { answer: 'who.name', answered: true },
        ],
      },
    ],
    [
      'a selection compared whole',
      { formula: { call: '=', with: [{ answer: 'who.crops' }, { value: 'rice maize' }] } },
    ],
    ['an answer that is not the one', { not: { answer: 'who.kind', is: 'a' } }],
  ])('%s', (_, visible) => {
    expect(lint(withAge({ visible }))).toEqual([]);
  });
});
