import * as fc from 'fast-check';
import type { Condition, Formula, ProcedureDefinition } from '../../../../src/domain/procedure/definition.ts';
import { parseDefinition } from '../../../../src/domain/procedure/run.ts';

/*
 * Declarations nobody would write, with everything a declaration may hold: each question is built from a few numbers
 * that choose what it is and which earlier question it looks at. Smaller numbers make simpler declarations, so that a
 * failure shrinks to something one can read.
 */

const TYPES = [
  'text',
  'number',
  'choice',
  'choices',
  'date',
  'name',
  'national-id',
  'phone',
  'barcode',
  'hidden',
  'place',
  'location',
  'media',
  'note',
  'document',
  'consent',
  'signature',
] as const;
type Type = (typeof TYPES)[number];

const COMPUTABLE: readonly Type[] = [
  'text',
  'number',
  'choice',
  'choices',
  'date',
  'name',
  'phone',
  'barcode',
];
const ONCE: readonly Type[] = ['document', 'consent', 'signature'];

const number = fc.nat({ max: 30 });
const anyQuestion = fc.record({
  type: fc.constantFrom(...TYPES),
  looksAt: number,
  visible: number,
  required: number,
  option: number,
  computed: number,
});
const anyStep = fc.record({
  questions: fc.array(anyQuestion, { minLength: 1, maxLength: 5 }),
  visible: number,
  looksAt: number,
  repeat: number,
});
type QuestionPlan = typeof anyQuestion extends fc.Arbitrary<infer Plan> ? Plan : never;
type StepPlan = typeof anyStep extends fc.Arbitrary<infer Plan> ? Plan : never;

interface Asked {
  readonly id: string;
  readonly type: Type;
  readonly repeatedIn?: number;
}

/** Questions that may be named here, and repeated ones of which all answers may be taken. */
interface Before {
  readonly asked: readonly Asked[];
  readonly all: readonly Asked[];
  readonly isRepeated: boolean;
}

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)];

function conditionFor(n: number, looksAt: number, before: Before): Condition | undefined {
  const one = pick(before.asked, looksAt);
  if (one === undefined) return undefined;
  const answer = one.id;
  const conditions: (Condition | undefined)[] = [
    undefined,
    undefined,
    undefined,
    { answer, answered: true },
    { answer, unknown: true },
    { answer, is: 'a' },
    { not: { answer, in: ['a', 'b', 2] } },
    { answer, includes: 'b' },
    { number: answer, atLeast: 2 },
    {
      any: [
        { number: answer, under: 1 },
        { answer, is: 'c' },
      ],
    },
    { daysSince: answer, moreThan: 60 },
    { ageOf: answer, under: 14 },
    { date: answer, before: '2020-06-15' },
    {
      all: [
        { date: answer, onOrAfter: answer },
        { answer, answered: true },
      ],
    },
    ...formulas(answer, before).map((formula): Condition => ({ formula })),
  ];
  return pick(conditions, n);
}

function formulas(answer: string, before: Before): readonly Formula[] {
  const of: Formula = { answer };
  const value = (plain: string | number): Formula => ({ value: plain });
  const all = before.all.map(({ id }): Formula => ({ all: id }));
  return [
    { call: '>', with: [{ call: 'string-length', with: [of] }, value(5)] },
    { call: 'concat', with: [of, value(' '), of] },
    { call: '-', with: [{ call: 'negate', with: [of] }, value(0)] },
    { call: 'if', with: [{ call: 'selected', with: [of, value('a')] }, value('b'), of] },
    { call: 'date', with: [{ call: '+', with: [of, value(40)] }] },
    { call: 'once', with: [{ call: 'string', with: [of] }] },
    { call: 'regex', with: [of, value('.*a.*')] },
    { call: 'div', with: [value(1), of] },
    { call: 'substr', with: [of, value(0), value(3)] },
    { call: 'today', with: [] },
    ...(before.isRepeated ? [{ call: 'position' as const, with: [] }] : []),
    ...all.map((one): Formula => ({ call: 'sum', with: [one] })),
    ...all.map((one): Formula => ({ call: 'join', with: [value(' '), one] })),
  ];
}

function formulaFor(n: number, looksAt: number, before: Before): Formula {
  const one = pick(before.asked, looksAt);
  return (one && pick(formulas(one.id, before), n)) ?? { value: n };
}

function questionOf(plan: QuestionPlan, id: string, before: Before): object {
  const { type } = plan;
  const required = conditionFor(plan.required, plan.looksAt + 2, before);
  const isComputed = COMPUTABLE.includes(type) && plan.computed % 4 > 1;
  const option = conditionFor(plan.option, plan.looksAt + 1, before);
  const visible = conditionFor(plan.visible, plan.looksAt, before);
  return {
    id,
    type,
    unknownAllowed: plan.required % 5 === 1,
    ...(required === undefined ? { required: plan.required % 2 === 0 } : { required }),
    ...(visible === undefined ? {} : { visible }),
    ...(type === 'choice' || type === 'choices'
      ? { options: [{ value: 'a' }, { value: 'b' }, { value: 'c', ...(option && { visible: option }) }] }
      : {}),
    ...(type === 'hidden' || (isComputed && plan.computed % 4 === 3)
      ? { calculated: formulaFor(plan.computed, plan.looksAt, before) }
      : isComputed
        ? { proposal: formulaFor(plan.computed, plan.looksAt, before) }
        : {}),
    ...(type === 'media' ? { kind: 'photo' } : {}),
    ...(type === 'document' ? { document: `paper-${id}` } : {}),
    ...(type === 'consent' ? { purpose: `purpose-${id}`, mustGrant: true, dataCategories: [] } : {}),
  };
}

function build(plans: readonly StepPlan[], lastCase: number): ProcedureDefinition {
  const asked: Asked[] = [{ id: 'title', type: 'text' }];
  const steps: object[] = [{ id: 'opening', questions: [{ id: 'title', type: 'text', required: false }] }];
  const documents: object[] = [];
  const rules: object[] = [];
  const repeatable = () => asked.filter(({ repeatedIn }) => repeatedIn !== undefined);
  const before = (step?: number): Before => ({
    asked: asked.filter(({ repeatedIn }) => repeatedIn === undefined || repeatedIn === step),
    all: repeatable(),
    isRepeated: step !== undefined,
  });
  for (const [index, plan] of plans.entries()) {
    const counts = before().asked.filter(({ type }) => type === 'number');
    const count = plan.repeat % 3 === 2 ? pick(counts, plan.repeat) : undefined;
    const visible = conditionFor(plan.visible, plan.looksAt, before());
    const home = count === undefined ? undefined : index;
    const questions = plan.questions.flatMap((one, place) => {
      if (home !== undefined && ONCE.includes(one.type)) return [];
      const id = `q${index}n${place}`.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
      const question = questionOf(one, id, before(home));
      asked.push({ id, type: one.type, ...(home === undefined ? {} : { repeatedIn: home }) });
      if (one.type === 'document') documents.push({ id: `paper-${id}`, requiredWhen: one.option % 2 === 0 });
      const when = conditionFor(one.computed, one.looksAt + 3, before(home));
      const effect = (['warning', 'error', 'stop'] as const)[one.option % 3];
      if (when !== undefined) rules.push({ id: `rule-${id}`, when, effect, question: id });
      return [question];
    });
    steps.push({
      id: `step-${index}`,
      ...(visible === undefined ? {} : { visible }),
      ...(count === undefined ? {} : { repeat: { count: count.id, most: 3 } }),
      questions,
    });
  }
  const when = conditionFor(lastCase, lastCase, before());
  const fee = {
    kind: 'computed',
    dong: formulaFor(lastCase, lastCase, before()),
    rows: [{ id: 'each', dong: 1 }],
    confirmed: true,
  };
  const parsed = parseDefinition({
    id: 'generated',
    version: 1,
    produces: 'dossier',
    codes: [],
    sources: ['made up for a test'],
    confidence: 'C',
    reviewStatus: 'draft',
    reviewedBy: null,
    reviewedOn: null,
    titleFrom: ['title'],
    roles: [],
    subject: { name: 'title' },
    cases: [
      ...(when === undefined ? [] : [{ id: 'some', when, limit: { kind: 'none' }, fee: { kind: 'free' } }]),
      { id: 'other', limit: { kind: 'none' }, fee },
    ],
    followUps: [{ procedure: 'next', when: { case: 'other' } }],
    steps,
    documents,
    filingDeadlines: [],
    rules,
    results: [],
  });
  if (parsed.kind === 'invalid') throw new Error(`the generator wrote what is refused: ${parsed.faults}`);
  return parsed.definition;
}

export const anyDefinition: fc.Arbitrary<ProcedureDefinition> = fc
  .tuple(fc.array(anyStep, { minLength: 1, maxLength: 6 }), number)
  .map(([plans, lastCase]) => build(plans, lastCase));
