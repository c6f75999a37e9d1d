import type { VisibleQuestion } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { questionKey, type Translate } from '../../../answers/format-answer.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { useProcedureText } from '../../../i18n/useText.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { ScreenTitle } from '../../../ui/Page.tsx';
import { SpeakButton } from '../../../ui/SpeakButton.tsx';
import styles from './Interview.module.css';
import { useInterview } from './interview-context.ts';
import { QuestionBlock } from './QuestionBlock.tsx';

interface QuestionScreenProps {
  readonly visible: VisibleQuestion;
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly showError: boolean;
}

/** One question and nothing else: its drawing and voice on one side, the words and answers on the other. */
export function QuestionScreen({ visible, definition, words, showError }: QuestionScreenProps) {
  const { question } = visible;
  const language = useLanguage();
  const texts = useProcedureText(definition);
  const { said } = useInterview();
  const named = said(question.id);
  const label = words(questionKey(question, 'label'), named);
  const hint = texts.find(questionKey(question, 'hint'), named);
  const consent = question.type === 'consent' ? words(`consents.${question.purpose}.text`) : undefined;
  const spoken =
    texts.find(questionKey(question, 'spoken'), named) ?? [label, hint, consent].filter(Boolean).join(' ');
  return (
    <div className={styles.ask}>
      <div className={styles.panel}>
        <Drawing name={question.drawing ?? 'question-mark'} size={240} />
        <SpeakButton text={spoken} language={language} />
      </div>
      <div className={styles.question}>
        <div className={styles.title}>
          <ScreenTitle size="question">{label}</ScreenTitle>
          {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        </div>
        <QuestionBlock
          visible={visible}
          definition={definition}
          words={words}
          showError={showError}
          labelHidden
        />
      </div>
    </div>
  );
}
