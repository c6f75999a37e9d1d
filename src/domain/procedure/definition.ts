import * as z from 'zod';

/**
 * The shape of a procedure declaration (`src/procedures/<id>/procedure.json`): data, never code.
 * Texts are not here: every sentence stands in `locales/<lang>/procedures/<id>.json`, dots in ids being nesting:
 *
 * - `name`, `purpose`: the procedure in the villager's words
 * - `steps.<step id>.title`
 * - `questions.<question id>.{label,hint,spoken}`; with `text`, `shared.<text>.{label,hint,spoken}` instead.
 *   `hint` and `spoken` are optional; without `spoken` the label is what is said aloud
 * - `choices.<list>.<value>`; without `list` the question id is the list
 * - `documents.<document id>.{name,hint}`, and `papers.<alternative>.{name,hint}` for each alternative
 * - `cases.<case id>`, `results.<result id>`, `unconfirmed.<id>`
 * - `consents.<purpose>.{title,text}` for each consent question
 * - `reasons.<key>`: `<rule id>`, `case-<case id>`, `deadline-<deadline id>`, `document-<document id>` (where
 *   `requiredWhen` is a condition) and `consent-<purpose>` (where `mustGrant`)
 */

const Id = z.string().regex(/^[a-z][a-zA-Z0-9-]*$/);
const QuestionId = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/);
const IsoDate = z.iso.date();

/**
 * A condition over answers. On an unanswered or hidden question, or one answered "I don't know", a condition is
 * undecided: neither it nor its `not` holds (only `answered` and `unknown` ask about the gap itself; see `truth.ts`).
 * For a consent, `is` compares its yes or no; for a document, the alternative chosen; for a signature, its method.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly answer: string; readonly is: string | number | boolean }
  | { readonly answer: string; readonly in: readonly (string | number)[] }
  | { readonly answer: string; readonly includes: string }
  | { readonly answer: string; readonly answered: boolean }
  | { readonly answer: string; readonly unknown: boolean }
  /** Whole days from the answered full date to today; false while the date is not full. */
  | { readonly daysSince: string; readonly moreThan: number }
  | { readonly daysSince: string; readonly atMost: number }
  /** Full years from the answered date to today; a year-only date decides only where it cannot be otherwise. */
  | { readonly ageOf: string; readonly under: number }
  | { readonly ageOf: string; readonly atLeast: number };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ answer: QuestionId, is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ answer: QuestionId, in: z.array(z.union([z.string(), z.number()])) }),
    z.strictObject({ answer: QuestionId, includes: z.string() }),
    z.strictObject({ answer: QuestionId, answered: z.boolean() }),
    z.strictObject({ answer: QuestionId, unknown: z.boolean() }),
    z.strictObject({ daysSince: QuestionId, moreThan: z.int() }),
    z.strictObject({ daysSince: QuestionId, atMost: z.int() }),
    z.strictObject({ ageOf: QuestionId, under: z.int() }),
    z.strictObject({ ageOf: QuestionId, atLeast: z.int() }),
  ]),
);

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
};

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
    options: z.array(z.strictObject({ value: z.string(), drawing: z.string().optional() })).min(2),
    /** `buttons` show all answers at once; `list` is a searchable list for long sets. */
    appearance: z.enum(['buttons', 'list']).default('buttons'),
  }),
  z.strictObject({
    ...questionBase,
    type: z.literal('choices'),
    list: z.string().optional(),
    options: z.array(z.strictObject({ value: z.string(), drawing: z.string().optional() })).min(2),
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
  /** Nothing to answer: something to say or show. */
  z.strictObject({ ...questionBase, type: z.literal('note') }),
]);

export const Step = z.strictObject({
  id: Id,
  /** `read-back` shows and speaks everything answered; it has no questions of its own. */
  kind: z.enum(['questions', 'consent', 'documents', 'read-back', 'signature']).default('questions'),
  /** Role whose facts the step asks: `requester`, `child`, `mother`, `father` … */
  role: Id.optional(),
  visible: Condition.optional(),
  questions: z.array(Question),
});

export const DocumentAsked = z.strictObject({
  id: Id,
  /** Row of the National Portal's attachment table, where known. */
  portalRow: z.int().optional(),
  requiredWhen: z.union([z.boolean(), Condition]),
  /** Any one of these papers satisfies the row; the first is the usual one. */
  alternatives: z.array(Id).default([]),
  /** Show the paper to the officer; a photo is welcome, not needed. */
  showOnly: z.boolean().default(false),
  originals: z.int().default(1),
  maxPhotos: z.int().default(4),
});

export const TimeLimit = z.discriminatedUnion('kind', [
  /** Same day; received after `cutoff` (HH:MM, Asia/Ho_Chi_Minh) it is the next working day. */
  z.strictObject({ kind: z.literal('same-day'), cutoff: z.string().regex(/^\d\d:\d\d$/) }),
  z.strictObject({ kind: z.literal('working-days'), days: z.int().min(1) }),
  z.strictObject({ kind: z.literal('working-hours'), hours: z.int().min(1) }),
  /** The law sets none, or it is not known to us. */
  z.strictObject({ kind: z.literal('none') }),
]);

export const FeeRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  /** Set by the provincial People's Council; the amount is the commune's editable data. */
  z.strictObject({ kind: z.literal('province-table'), confirmed: z.literal(false) }),
  z.strictObject({ kind: z.literal('amount'), dong: z.int().min(0), confirmed: z.boolean() }),
]);

export const ProcedureCase = z.strictObject({
  id: Id,
  /** The first case whose condition holds is the case; the last one has none. While one before is undecided there is none. */
  when: Condition.optional(),
  limit: TimeLimit,
  fee: FeeRule,
});

/** Rules over several answers, beyond what each question checks by itself. */
export const Rule = z.strictObject({
  id: Id,
  /** The rule speaks while this holds. */
  when: Condition,
  /**
   * `stop` ends the interview with a way on (`reasons.<id>`); `error` and `warning` stand beside `question`, and are
   * silent while that question is hidden.
   */
  effect: z.enum(['stop', 'error', 'warning']),
  question: QuestionId.optional(),
});

/** Who agrees where it is not the person themselves. */
export const ConsentGiver = z.enum(['parent', 'guardian', 'authorised']);
/** BCP 47: a language in two or three letters, narrower parts after hyphens. */
const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export const ProcedureDefinition = z.strictObject({
  id: Id,
  version: z.int().min(1),
  /** What finishing makes: a dossier for the office, or an account registration. */
  produces: z.enum(['dossier', 'account']),
  /** National codes with the dates between which each is valid. Empty for what has no national code. */
  codes: z.array(
    z.strictObject({ code: z.string(), validFrom: IsoDate.optional(), validTo: IsoDate.optional() }),
  ),
  validFrom: IsoDate.optional(),
  validTo: IsoDate.optional(),
  sources: z.array(z.string()).min(1),
  /** A: fields and codes read in 2026 software; B: partly; C: mostly from memory. */
  confidence: z.enum(['A', 'B', 'C']),
  reviewStatus: z.enum(['draft', 'reviewed']),
  reviewedBy: z.string().nullable(),
  reviewedOn: IsoDate.nullable(),
  /** Facts not yet confirmed with the commune; each is a text key `unconfirmed.<id>` shown to staff. */
  unconfirmed: z.array(Id).default([]),
  /** Question whose answer names the record in lists; the first answered one is used. */
  titleFrom: z.array(QuestionId).min(1),
  roles: z.array(Id),
  /** Questions whose answers describe the person the record is about, for search and for the account link. */
  subject: z.strictObject({
    name: QuestionId,
    nationalId: QuestionId.optional(),
    birthDate: QuestionId.optional(),
    place: QuestionId.optional(),
  }),
  /** Who gives the consents, by the answer to a visible choice; no answer, or one not named, is the person themselves. */
  consentGivenBy: z.strictObject({ question: QuestionId, is: z.record(z.string(), ConsentGiver) }).optional(),
  /** Language tag of each answer to the choice that asks what the person speaks; one without a tag is `und`. */
  spokenLanguage: z.strictObject({ question: QuestionId, is: z.record(z.string(), LanguageTag) }).optional(),
  cases: z.array(ProcedureCase).min(1),
  steps: z.array(Step).min(1),
  documents: z.array(DocumentAsked),
  filingDeadlines: z.array(z.strictObject({ id: Id, from: QuestionId, days: z.int() })),
  rules: z.array(Rule).default([]),
  results: z.array(z.strictObject({ id: Id, copies: z.int() })),
});

export type Question = z.infer<typeof Question>;
export type Step = z.infer<typeof Step>;
export type DocumentAsked = z.infer<typeof DocumentAsked>;
export type TimeLimit = z.infer<typeof TimeLimit>;
export type FeeRule = z.infer<typeof FeeRule>;
export type ProcedureCase = z.infer<typeof ProcedureCase>;
export type Rule = z.infer<typeof Rule>;
export type ConsentGiver = z.infer<typeof ConsentGiver>;
export type ProcedureDefinition = z.infer<typeof ProcedureDefinition>;
