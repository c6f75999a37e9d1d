import * as fc from 'fast-check';
import type { Answers, AnswerValue } from '../../../../src/domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../../../src/domain/procedure/definition.ts';

const instant = fc.constant('2026-11-22T09:10:00+07:00');

/** Whole and partial dates around today and far from it, some of them on no calendar. */
const anyDate: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.record({ year: fc.integer({ min: 1850, max: 2150 }) }),
  fc.record({ year: fc.integer({ min: 2008, max: 2027 }), month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    year: fc.integer({ min: 2008, max: 2027 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
);

const anyPlace: fc.Arbitrary<AnswerValue> = fc.record(
  {
    country: fc.constantFrom('VN', 'LA'),
    province: fc.constant('38'),
    commune: fc.constantFrom('14956', '14923'),
    village: fc.string({ maxLength: 20 }),
  },
  { requiredKeys: [] },
);

const anyPaper = (alternatives: readonly string[]): fc.Arbitrary<AnswerValue> =>
  fc.record(
    {
      alternative: fc.constantFrom('unheard-of', ...alternatives),
      attachments: fc.array(fc.uuid(), { maxLength: 6 }),
      paper: fc.constantFrom('photographed' as const, 'shown' as const, 'at-home' as const, 'none' as const),
    },
    { requiredKeys: ['attachments', 'paper'] },
  );

const anySignature: fc.Arbitrary<AnswerValue> = fc.record(
  {
    method: fc.constantFrom('signature' as const, 'thumbprint' as const, 'witness' as const),
    attachment: fc.uuid(),
    witnessName: fc.string({ minLength: 1, maxLength: 20 }),
    at: instant,
  },
  { requiredKeys: ['method', 'attachment', 'at'] },
);

const anyUnknown: fc.Arbitrary<AnswerValue> = fc.constant({ unknown: true });
const anyConsent: fc.Arbitrary<AnswerValue> = fc.record({ granted: fc.boolean(), at: instant });

/** Any answer of any kind, to any question. */
export const anyValue: fc.Arbitrary<AnswerValue> = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double(),
  fc.boolean(),
  fc.array(fc.string({ maxLength: 10 }), { maxLength: 4 }),
  anyUnknown,
  anyDate,
  anyConsent,
  anyPaper([]),
  anySignature,
  anyPlace,
);

/** Mostly an answer of the right kind, so that the conditions come into play; now and then anything at all. */
function anyAnswerTo(question: Question, definition: ProcedureDefinition): fc.Arbitrary<AnswerValue> {
  return fc.oneof(
    { weight: 8, arbitrary: fittingAnswerTo(question, definition) },
    { weight: 1, arbitrary: anyUnknown },
    { weight: 1, arbitrary: anyValue },
  );
}

function fittingAnswerTo(question: Question, definition: ProcedureDefinition): fc.Arbitrary<AnswerValue> {
  switch (question.type) {
    case 'choice':
      return fc.constantFrom(...question.options.map((option) => option.value));
    case 'choices':
      return fc.subarray(question.options.map((option) => option.value));
    case 'date':
      return anyDate;
    case 'place':
      return anyPlace;
    case 'consent':
      return anyConsent;
    case 'signature':
      return anySignature;
    case 'number':
      return fc.integer({ min: -2, max: 12 });
    case 'document':
      return anyPaper(definition.documents.find((one) => one.id === question.document)?.alternatives ?? []);
    case 'national-id':
      return fc.constantFrom('038 199 000001', '172345678', '0381');
    case 'media':
      return fc.record({
        media: fc.constant(question.kind),
        attachments: fc.array(fc.uuid(), { maxLength: 4 }),
      });
    case 'location':
      return fc.record({ latitude: fc.constantFrom(19.8, 20.4), longitude: fc.constantFrom(104.9, 105.7) });
    case 'phone':
      return fc.constantFrom('+84 912 345 678', '0912345678', '113');
    case 'time':
      return fc.constantFrom('03:40', '25:00');
    case 'name':
      return fc.constantFrom('Bùi Thị Mẩy', ' Pỏm ', 'Vi  Y', 'x2');
    default:
      return fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('a', ' b ', '2', '2020-06-14'));
  }
}

/** Enough that repetitions can be forgotten, hidden and come back. */
const REPETITIONS = [1, 2, 3];

/** Every question under each key it may be answered by. */
function answerable(definition: ProcedureDefinition): readonly { key: string; question: Question }[] {
  return definition.steps.flatMap(({ questions, repeat }) =>
    questions.flatMap((question) =>
      repeat === undefined
        ? [{ key: question.id, question }]
        : REPETITIONS.filter((one) => one <= repeat.most).map((one) => ({
            key: `${question.id}.${one}`,
            question,
          })),
    ),
  );
}

/** One answer of the right kind, whatever it means. */
export function plainAnswerTo(question: Question): AnswerValue {
  const id = '01934c5e-0000-7000-8000-000000000001';
  switch (question.type) {
    case 'choice':
      return question.options[0]?.value ?? '';
    case 'choices':
      return question.options.slice(0, 1).map(({ value }) => value);
    case 'number':
      return question.min ?? 1;
    case 'date':
      return { year: 2001, month: 2, day: 3 };
    case 'place':
      return { country: 'VN', province: '38', commune: '14956', village: 'Bản Đôn' };
    case 'consent':
      return { granted: true, at: '2026-11-22T09:10:00+07:00' };
    case 'document':
      return { paper: 'shown', attachments: [] };
    case 'signature':
      return { method: 'signature', attachment: id, at: '2026-11-22T09:10:00+07:00' };
    case 'media':
      return { media: question.kind, attachments: [id] };
    case 'location':
      return { latitude: 20.4, longitude: 105.1 };
    default:
      return 'Lò Thị Mẩy';
  }
}

export interface Move {
  readonly id: string;
  readonly value: AnswerValue;
}

/** Answers in the order in which somebody might give them: forth and back, the same question more than once. */
export function anyMoves(definition: ProcedureDefinition): fc.Arbitrary<Move[]> {
  const move = fc
    .constantFrom(...answerable(definition))
    .chain(({ key, question }) => anyAnswerTo(question, definition).map((value) => ({ id: key, value })));
  return fc.array(move, { maxLength: 120 });
}

/** Each question answered or not, each in a way of its own; and a few ids that no question has. */
export function anyAnswers(definition: ProcedureDefinition): fc.Arbitrary<Answers> {
  const known: Record<string, fc.Arbitrary<AnswerValue>> = {};
  for (const { key, question } of answerable(definition)) known[key] = anyAnswerTo(question, definition);
  const strange = fc.dictionary(fc.constantFrom('constructor', 'stranger', 'father.secret'), anyValue);
  return fc.tuple(fc.record(known, { requiredKeys: [] }), strange).map(([answers, others]) => {
    const given: Record<string, AnswerValue> = { ...others };
    for (const [id, value] of Object.entries(answers)) if (value !== undefined) given[id] = value;
    return given;
  });
}
