import type { Answers } from './answers.ts';
import type { DocumentAsked, FeeRule, Question, Step, TimeLimit } from '../definition.ts';

/** Why the engine decided something: a text key and its values, so that a screen can say it in any language. */
export interface Reason {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Something wrong or doubtful about one answer. An error stops finishing; a warning is shown and may stand. */
export interface Problem {
  readonly question: string;
  /** Text key below `problems.`: `required`, `date-in-future`, `id-not-twelve-digits` … */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly params: Readonly<Record<string, string | number>>;
}

export interface VisibleQuestion {
  readonly question: Question;
  readonly required: boolean;
  readonly answered: boolean;
}

export interface VisibleStep {
  readonly step: Step;
  readonly questions: readonly VisibleQuestion[];
  readonly state: 'todo' | 'partial' | 'done';
}

export interface DocumentDue {
  readonly document: DocumentAsked;
  readonly required: boolean;
  readonly satisfied: boolean;
  readonly why?: Reason;
}

export interface CaseDecision {
  readonly id: string;
  readonly limit: TimeLimit;
  readonly fee: FeeRule;
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
  readonly case?: CaseDecision;
  readonly filingDeadlines: readonly FilingDeadline[];
  /** Where the rules forbid going on (wrong procedure, not allowed by proxy …). Empty when the dossier may be finished. */
  readonly stops: readonly Reason[];
  /** True when nothing is missing, no error stands and no stop applies. */
  readonly mayFinish: boolean;
  /** The answers that belong to the submission: those of visible questions only. Hidden ones stay in the draft. */
  readonly submission: Answers;
}

/** What the engine may know besides the answers. `today` is the civil date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export interface EvaluationContext {
  readonly today: string;
}
