import type { DocumentAsked, FeeRule, Question, Step, TimeLimit } from '../definition.ts';
import type { Answers, AnswerValue } from './answers.ts';

/**
 * Why the engine decided something: a text key and its values, so that a screen can say it in any language. The key
 * stands below `reasons.` in the procedure's texts: the id of a rule, `case-<id>`, `deadline-<id>`, `document-<id>`
 * or `consent-<purpose>`.
 */
export interface Reason {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Something wrong or doubtful about one answer. An error stops finishing; a warning is shown and may stand. */
export interface Problem {
  readonly question: string;
  /** `required`, `date-in-future`, `id-not-twelve-digits` …; for a rule of the procedure, the id of the rule. */
  readonly code: string;
  /**
   * Where the sentence stands: `answer` in `locales/<lang>/problems.json` under the code, `rule` in the procedure's
   * own texts under `reasons.<code>`.
   */
  readonly source: 'answer' | 'rule';
  readonly severity: 'error' | 'warning';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface VisibleQuestion {
  /** As declared; in a repeated step its `id` carries the repetition (`member.name.2`): the key of its answer. */
  readonly question: Question;
  readonly required: boolean;
  readonly answered: boolean;
  /** Of a `choice` or `choices`: the options offered now, where some depend on other answers. */
  readonly offered?: readonly string[];
  /** What the screen proposes while nothing is answered. */
  readonly proposal?: AnswerValue;
  /** The value of a `calculated` question; absent while it cannot be calculated. */
  readonly calculated?: AnswerValue;
}

export interface VisibleStep {
  readonly step: Step;
  /** The step's id; in a repeated step with the repetition behind it (`members.2`). One of a kind in an evaluation. */
  readonly key: string;
  /** Which of how many, in a repeated step; counted from 1. */
  readonly repetition?: { readonly number: number; readonly of: number };
  readonly questions: readonly VisibleQuestion[];
  /**
   * `todo`: nothing answered. `partial`: something is. `done`: something is, all that is required is, and no error
   * stands. A step with nothing to answer (read-back) is done when all steps before it are.
   */
  readonly state: 'todo' | 'partial' | 'done';
}

/** One document whose question is visible. `satisfied` when it may be left as it is, or the office can see it. */
export interface DocumentDue {
  readonly document: DocumentAsked;
  /** The paper itself is needed; `why` says so where a condition decided it. */
  readonly required: boolean;
  readonly satisfied: boolean;
  readonly why?: Reason;
}

export interface CaseDecision {
  readonly id: string;
  readonly limit: TimeLimit;
  readonly fee: FeeRule;
  /** In đồng, where the rule says or computes it and everything it depends on is answered. */
  readonly dong?: number;
  /** `params` carry what decided it, such as `days` since a birth or the `age` of a person. */
  readonly why: Reason;
}

export interface FilingDeadline {
  /** ISO date of the last day on time. */
  readonly lastDay: string;
  readonly overdueDays: number;
  readonly why: Reason;
}

/** Everything that follows from a definition, the answers so far and the day. Same input, same output, on tablet and server. */
export interface Evaluation {
  readonly steps: readonly VisibleStep[];
  /** Ids of visible required questions without an answer, in the order of the steps. */
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
  readonly documents: readonly DocumentDue[];
  /** Absent while the answers do not decide between two cases. */
  readonly case?: CaseDecision;
  readonly filingDeadlines: readonly FilingDeadline[];
  /** Ids of the procedures that are offered once this one is finished. */
  readonly followUps: readonly string[];
  /**
   * Where the rules forbid going on (wrong procedure, not allowed by proxy …), and `procedure-expired` or
   * `procedure-not-yet-valid` outside the declaration's dates. Empty when the dossier may be finished.
   */
  readonly stops: readonly Reason[];
  /** True when nothing is missing, no error stands and no stop applies. */
  readonly mayFinish: boolean;
  /**
   * The answers that belong to the submission: those of visible questions only, in their plain form (names in NFC,
   * numbers without spaces). Hidden ones stay in the draft. Evaluating a submission gives the same submission.
   */
  readonly submission: Answers;
}

/** What the engine may know besides the answers. `today` is the civil date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export interface EvaluationContext {
  readonly today: string;
  /** Day on which the answers were given, where that is later: only what comes after it lies in the future. */
  readonly answeredOn?: string;
}
