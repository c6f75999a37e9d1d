import * as z from 'zod';
import { Condition } from './condition.ts';
import { Formula } from './formula.ts';
import { Id, QuestionId } from './ids.ts';

const questionBase = {
  id: QuestionId,
  /** Locale key below `shared.` to use instead of the id, where several questions share one text. */
  text: Id.optional(),
  required: z.union([z.boolean(), Condition]).default(true),
  /** Looks only at questions that come before this one, as does `required`. */
  visible: Condition.optional(),
  /** "I don't know" is offered, and satisfies the question. */
  unknownAllowed: z.boolean().default(false),
  /** Asked out of the hearing of others; the screen says so (ethnicity, marriage, health). */
  private: z.boolean().default(false),
  /** Name of the drawing in `client/ui/drawings` that says what the question says. */
  drawing: z.string().optional(),
  /** What the screen puts there when the question is first met; the person may change it or take it back. Not for consents. */
  proposal: Formula.optional(),
  /** The answer follows from others: shown, never typed, computed anew by tablet and server alike. */
  calculated: Formula.optional(),
};

const Option = z.strictObject({
  value: z.string(),
  drawing: z.string().optional(),
  /** Offered only while this holds, by answers that come before: what cascades (province, commune). */
  visible: Condition.optional(),
});

export const Question = z.discriminatedUnion('type', [
  z.strictObject({
    ...questionBase,
    type: z.literal('text'),
    multiline: z.boolean().default(false),
    maxLength: z.int().default(200),
  }),
  /** A person's full name: 1 to 6 words, any Vietnamese or minority spelling, kept as typed in NFC. */
  z.strictObject({ ...questionBase, type: z.literal('name') }),
  z.strictObject({
    ...questionBase,
    type: z.literal('date'),
    /** `full` needs day, month and year; `partial` accepts a year alone. */
    precision: z.enum(['full', 'partial']).default('partial'),
    notInFuture: z.boolean().default(true),
    notBefore: QuestionId.optional(),
  }),
  z.strictObject({ ...questionBase, type: z.literal('time') }),
  z.strictObject({
    ...questionBase,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    integer: z.boolean().default(true),
  }),
  z.strictObject({
    ...questionBase,
    type: z.literal('choice'),
    /** Choice texts: `choices.<list>.<value>`; without `list` the question id is the list. */
    list: z.string().optional(),
    options: z.array(Option).min(1),
    /** `buttons` show all answers at once; `list` is a searchable list for long sets. */
    appearance: z.enum(['buttons', 'list']).default('buttons'),
  }),
  z.strictObject({
    ...questionBase,
    type: z.literal('choices'),
    list: z.string().optional(),
    options: z.array(Option).min(1),
  }),
  /** 12-digit personal number or 9-digit old CMND; cross-checks with sex and birth date only warn. */
  z.strictObject({
    ...questionBase,
    type: z.literal('national-id'),
    oldNumberAllowed: z.boolean().default(false),
    sexFrom: QuestionId.optional(),
    birthDateFrom: QuestionId.optional(),
  }),
  z.strictObject({ ...questionBase, type: z.literal('phone') }),
  z.strictObject({ ...questionBase, type: z.literal('email') }),
  /** One of the 54 ethnic groups, or the verbatim word. */
  z.strictObject({ ...questionBase, type: z.literal('ethnicity') }),
  z.strictObject({
    ...questionBase,
    type: z.literal('place'),
    detailRequired: z.boolean().default(false),
    abroadAllowed: z.boolean().default(false),
  }),
  /** What a bar code or QR code says, read by the camera or typed. */
  z.strictObject({ ...questionBase, type: z.literal('barcode') }),
  /** A point on the earth, from the device's own receiver (WGS 84). */
  z.strictObject({ ...questionBase, type: z.literal('location') }),
  /** Photos that are no paper of the dossier (a house, a field), or a voice that was recorded. */
  z.strictObject({
    ...questionBase,
    type: z.literal('media'),
    kind: z.enum(['photo', 'recording']),
    most: z.int().min(1).max(4).default(1),
  }),
  /** One of `documents`, by the same id. Its texts are those of the document. */
  z.strictObject({ ...questionBase, type: z.literal('document'), document: Id }),
  /** One purpose, never ticked beforehand; `mustGrant` stops the interview when refused. Its texts are `consents.<purpose>`. */
  z.strictObject({
    ...questionBase,
    type: z.literal('consent'),
    purpose: Id,
    mustGrant: z.boolean().default(false),
    dataCategories: z.array(z.string()),
  }),
  z.strictObject({ ...questionBase, type: z.literal('signature') }),
  /** Nothing to answer: something to say or show. Its text may name answers: `{{child.name}}`. */
  z.strictObject({ ...questionBase, type: z.literal('note') }),
  /** Never asked nor shown: a value that follows from answers, for conditions, notes and the office. Always `calculated`. */
  z.strictObject({ ...questionBase, type: z.literal('hidden') }),
]);

export const Step = z.strictObject({
  id: Id,
  /** `read-back` shows and speaks everything answered; it has no questions of its own. */
  kind: z.enum(['questions', 'consent', 'documents', 'read-back', 'signature']).default('questions'),
  /** Role whose facts the step asks: `requester`, `child`, `mother`, `father` … */
  role: Id.optional(),
  visible: Condition.optional(),
  /**
   * The step is asked once for each thing counted by an earlier `number` question (members of a household, papers to
   * copy). In answers, the questions carry the repetition behind their id, from 1: `member.name.2`. Inside the step a
   * condition that names a question of the same step means that of the same repetition.
   */
  repeat: z.strictObject({ count: QuestionId, most: z.int().min(1).max(40) }).optional(),
  questions: z.array(Question),
});

export type Question = z.infer<typeof Question>;
export type Step = z.infer<typeof Step>;
