import type { AnswerValue } from '../../../../../domain/procedure/contract/answers.ts';
import type { VisibleQuestion } from '../../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import type { PreviewWords } from './usePreviewWords.ts';

/** What every field of the preview is given. */
export interface PreviewFieldProps {
  readonly visible: VisibleQuestion;
  readonly definition: ProcedureDefinition;
  readonly value: AnswerValue | undefined;
  readonly words: PreviewWords;
  readonly label: string;
  readonly hint: string | undefined;
  readonly onChange: (value: AnswerValue | undefined) => void;
}
