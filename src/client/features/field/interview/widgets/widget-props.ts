import type { AnswerValue } from '../../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../../../../domain/procedure/definition.ts';
import type { Translate } from '../../../../answers/format-answer.ts';

/** What every widget gets: one question, its answer so far, its words, and one way to answer. */
export interface WidgetProps<Type extends Question['type'] = Question['type']> {
  readonly question: Extract<Question, { type: Type }>;
  readonly definition: ProcedureDefinition;
  readonly value: AnswerValue | undefined;
  /** Undefined takes the answer back. */
  readonly onChange: (value: AnswerValue | undefined) => void;
  readonly label: string;
  readonly hint: string | undefined;
  /** True where the screen's heading is the label. */
  readonly labelHidden: boolean;
  readonly problem: string | undefined;
  /** Texts of the procedure, then those of answers. */
  readonly words: Translate;
}
