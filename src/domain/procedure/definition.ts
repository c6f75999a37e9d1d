import * as z from 'zod';
import { Condition } from './schema/condition.ts';
import { Formula } from './schema/formula.ts';
import { Id, IsoDate, QuestionId } from './schema/ids.ts';
import { Step } from './schema/question.ts';

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
 * - `cases.<case id>`, `results.<result id>`, `unconfirmed.<id>`, `authority`, `keywords` (everyday words that find it,
 *   with commas between), `fees.<row>` for each row of a fee table
 * - `consents.<purpose>.{title,text}` for each consent question
 * - `reasons.<key>`: `<rule id>`, `case-<case id>`, `deadline-<deadline id>`, `document-<document id>` (where
 *   `requiredWhen` is a condition) and `consent-<purpose>` (where `mustGrant`)
 *
 * What many procedures say alike stands once, in `locales/<lang>/procedures/shared.json`, under the same keys: a
 * procedure's own text comes first.
 */

export { Condition } from './schema/condition.ts';
export { FORMULA_FUNCTIONS, Formula, type FormulaFunction } from './schema/formula.ts';
export { Question, Step } from './schema/question.ts';

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

/** Ten years: dates are counted day by day, and must stay dates. */
const MOST_DAYS = 3660;

/** Present where the fact was remembered or read of another province: staff see "to be confirmed with the commune". */
const confirmed = z.literal(false).optional();

export const TimeLimit = z.discriminatedUnion('kind', [
  /** Same day; received after `cutoff` (HH:MM, Asia/Ho_Chi_Minh) it is the next working day. */
  z.strictObject({ kind: z.literal('same-day'), cutoff: z.string().regex(/^\d\d:\d\d$/), confirmed }),
  z.strictObject({ kind: z.literal('working-days'), days: z.int().min(1).max(MOST_DAYS), confirmed }),
  z.strictObject({ kind: z.literal('working-hours'), hours: z.int().min(1).max(MOST_DAYS), confirmed }),
  /** Days of the calendar; one that ends on a day off ends on the next working day. */
  z.strictObject({ kind: z.literal('calendar-days'), days: z.int().min(1).max(MOST_DAYS), confirmed }),
  /** The law sets none, or it is not known to us. */
  z.strictObject({ kind: z.literal('none') }),
]);

export const FeeRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free'), confirmed }),
  /** Set by the provincial People's Council; the amount is the commune's editable data. */
  z.strictObject({ kind: z.literal('province-table'), confirmed: z.literal(false) }),
  z.strictObject({ kind: z.literal('amount'), dong: z.int().min(0), confirmed: z.boolean() }),
  /** The amount in đồng follows from the answers (pages, copies, persons); `rows` say the rates, each a text `fees.<id>`. */
  z.strictObject({
    kind: z.literal('computed'),
    dong: Formula,
    rows: z.array(z.strictObject({ id: Id, dong: z.int().min(0) })).min(1),
    confirmed: z.boolean(),
  }),
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
  /**
   * `file`: what is finished here is the dossier. `prepare`: it makes ready and checks what must then be done in person
   * (originals shown, a signature before the officer, the police); screens and slips say so.
   */
  reach: z.enum(['file', 'prepare']).default('file'),
  /** Who decides: a text `authority`. `commune`, `police` or `land-office` for filters and forwarding. */
  authority: z.enum(['commune', 'police', 'land-office', 'province']).default('commune'),
  /** May somebody else file for the person? Where not, a `stop` rule holds it. Source: DOMAIN section 2.2. */
  proxy: z.enum(['allowed', 'not-allowed']).default('allowed'),
  /** What happened in somebody's life that leads here, most usual first; ids of `src/procedures/life-events.json`. */
  lifeEvents: z.array(Id).default([]),
  /** What is offered next, once this one is finished. */
  followUps: z.array(z.strictObject({ procedure: Id, when: Condition.optional() })).default([]),
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
  filingDeadlines: z.array(z.strictObject({ id: Id, from: QuestionId, days: z.int().min(0).max(MOST_DAYS) })),
  rules: z.array(Rule).default([]),
  results: z.array(z.strictObject({ id: Id, copies: z.int() })),
});

export type DocumentAsked = z.infer<typeof DocumentAsked>;
export type TimeLimit = z.infer<typeof TimeLimit>;
export type FeeRule = z.infer<typeof FeeRule>;
export type ProcedureCase = z.infer<typeof ProcedureCase>;
export type Rule = z.infer<typeof Rule>;
export type ConsentGiver = z.infer<typeof ConsentGiver>;
export type ProcedureDefinition = z.infer<typeof ProcedureDefinition>;
