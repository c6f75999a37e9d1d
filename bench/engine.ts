import type { Answers, AnswerValue } from '../src/domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../src/domain/procedure/definition.ts';
import { evaluate, parseDefinition } from '../src/domain/procedure/run.ts';

/*
 * How the engine's time grows with questions and with repetitions: a key press evaluates the whole interview anew. Each
 * time is given beside the smallest interview of the same run, and beside a floor: reading the same answers as JSON.
 * 1.0 in the column "a question" is growth in step with the questions; a quadratic engine would show 16 at 800.
 */

const TODAY = '2026-11-28';
/** How much slower than this machine a cheap tablet is taken to be: an assumption on the safe side, not a measurement. */
const TABLET = 10;
/** One picture in sixty a second. */
const FRAME = 16;

/** Blocks of ten questions that look at each other as real declarations do; every third one depends on an answer. */
function block(number: number): object[] {
  const id = (name: string) => `b${number}.${name}`;
  return [
    { id: id('who'), type: 'choice', options: [{ value: 'self' }, { value: 'other' }] },
    { id: id('name'), type: 'name' },
    { id: id('born'), type: 'date' },
    { id: id('idNumber'), type: 'national-id', birthDateFrom: id('born'), required: false },
    { id: id('school'), type: 'text', visible: { ageOf: id('born'), under: 18 } },
    { id: id('work'), type: 'text', visible: { ageOf: id('born'), atLeast: 18 } },
    { id: id('goods'), type: 'number', visible: { not: { answer: id('who'), is: 'other' } } },
    {
      id: id('sum'),
      type: 'number',
      calculated: { call: '*', with: [{ answer: id('goods') }, { value: 1000 }] },
    },
    {
      id: id('help'),
      type: 'choice',
      options: [
        { value: 'a' },
        { value: 'b', visible: { formula: { call: '>', with: [{ answer: id('goods') }, { value: 3 }] } } },
      ],
    },
    { id: id('place'), type: 'place', required: { answer: id('help'), is: 'a' } },
  ];
}

function answersTo(number: number, suffix = ''): Answers {
  const said: Record<string, AnswerValue> = {
    who: 'self',
    name: 'Lò Thị Mẩy',
    born: { year: 1990, month: 5, day: 7 },
    idNumber: '038190000001',
    work: 'làm ruộng',
    goods: 5,
    help: 'b',
    place: { country: 'VN', province: '38', commune: '14956', village: 'Bản Đôn' },
  };
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => [`b${number}.${name}${suffix}`, value]),
  );
}

function interview(steps: readonly object[], rules: readonly object[]): ProcedureDefinition {
  const parsed = parseDefinition({
    id: 'bench',
    version: 1,
    produces: 'dossier',
    codes: [],
    sources: ['made up'],
    confidence: 'C',
    reviewStatus: 'draft',
    reviewedBy: null,
    reviewedOn: null,
    titleFrom: ['title'],
    roles: [],
    subject: { name: 'title' },
    cases: [{ id: 'only', limit: { kind: 'none' }, fee: { kind: 'free' } }],
    steps,
    documents: [],
    filingDeadlines: [],
    rules,
    results: [],
  });
  if (parsed.kind === 'invalid') throw new Error(parsed.faults.join('\n'));
  return parsed.definition;
}

const opening = {
  id: 'opening',
  questions: [
    { id: 'title', type: 'text' },
    { id: 'count', type: 'number' },
  ],
};
const ruleOf = (number: number) => ({
  id: `young-${number}`,
  when: { ageOf: `b${number}.born`, under: 14 },
  effect: 'warning',
  question: `b${number}.born`,
});

function withQuestions(questions: number): [ProcedureDefinition, Answers] {
  const numbers = Array.from({ length: questions / 10 }, (_, index) => index + 1);
  const steps = numbers.map((number) => ({ id: `s${number}`, questions: block(number) }));
  return [
    interview([opening, ...steps], numbers.map(ruleOf)),
    Object.assign({ title: 'x', count: 0 }, ...numbers.map((number) => answersTo(number))),
  ];
}

function withRepetitions(repetitions: number): [ProcedureDefinition, Answers] {
  const repeated = { id: 'each', repeat: { count: 'count', most: 40 }, questions: block(1) };
  const total = { call: 'sum', with: [{ all: 'b1.goods' }] };
  const after = { id: 'after', questions: [{ id: 'total', type: 'number', calculated: total }] };
  const all = Array.from({ length: repetitions }, (_, index) => answersTo(1, `.${index + 1}`));
  return [
    interview([opening, repeated, after], [ruleOf(1)]),
    Object.assign({ title: 'x', count: repetitions }, ...all),
  ];
}

function millisecondsEach(work: () => unknown): number {
  const times = Array.from({ length: 21 }, () => {
    const before = performance.now();
    for (let round = 0; round < 10; round++) work();
    return (performance.now() - before) / 10;
  });
  return times.sort((a, b) => a - b)[10] ?? Number.NaN;
}

function measure([definition, answers]: [ProcedureDefinition, Answers]): { ours: number; floor: number } {
  const text = JSON.stringify(answers);
  return {
    ours: millisecondsEach(() => evaluate(definition, answers, { today: TODAY })),
    floor: millisecondsEach(() => JSON.parse(text)),
  };
}

function table(
  what: string,
  sizes: readonly number[],
  build: (size: number) => [ProcedureDefinition, Answers],
) {
  const measured = sizes.map((size) => ({ size, ...measure(build(size)) }));
  const [first] = measured;
  for (const { size, ours, floor } of measured) {
    const each = first === undefined ? Number.NaN : ours / size / (first.ours / first.size);
    console.log(
      `${String(size).padStart(4)} ${what}: ${each.toFixed(2)} times the time each, ${(ours / floor).toFixed(1)} times reading the answers (${ours.toFixed(2)} ms)`,
    );
  }
}

// The engine's code is compiled by the browser while it runs: before that the first size would look slow.
for (let round = 0; round < 60; round++) measure(withQuestions(100));
for (let round = 0; round < 60; round++) measure(withRepetitions(10));
table('questions', [50, 100, 200, 400, 800], withQuestions);
table('repetitions of ten questions', [1, 5, 10, 20, 40], withRepetitions);
const { ours } = measure(withQuestions(200));
console.log(
  `200 questions on a tablet ${TABLET} times slower: ${(ours * TABLET).toFixed(1)} ms, ${((ours * TABLET) / FRAME).toFixed(2)} of a frame`,
);
