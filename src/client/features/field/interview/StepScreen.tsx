import type { VisibleQuestion } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import type { Translate } from '../../../answers/format-answer.ts';
import { ScreenTitle, Sheet } from '../../../ui/Page.tsx';
import styles from './Interview.module.css';
import { QuestionBlock } from './QuestionBlock.tsx';

interface StepScreenProps {
  readonly title: string;
  readonly visible: readonly VisibleQuestion[];
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly tried: ReadonlySet<string>;
}

/** A whole step at once, for staff who know the questions by heart. */
export function StepScreen({ title, visible, definition, words, tried }: StepScreenProps) {
  return (
    <div className={styles.step}>
      <ScreenTitle>{title}</ScreenTitle>
      {visible.map((one) => (
        <Sheet key={one.question.id}>
          <QuestionBlock
            visible={one}
            definition={definition}
            words={words}
            showError={tried.has(one.question.id)}
          />
        </Sheet>
      ))}
    </div>
  );
}
