import type { VisibleQuestion } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition, Question } from '../../../../domain/procedure/definition.ts';
import { questionKey, type Translate } from '../../../answers/format-answer.ts';
import type { Sentence } from '../../../i18n/sentences.ts';
import { type Text, useProcedureText } from '../../../i18n/useText.ts';
import { Drawing } from '../../../ui/drawings/Drawing.tsx';
import { ScreenTitle } from '../../../ui/Page.tsx';
import { SpeakButton } from '../../../voices/SpeakButton.tsx';
import styles from './Interview.module.css';
import { useInterview } from './interview-context.ts';
import { QuestionBlock } from './QuestionBlock.tsx';
import { useCommuneName } from './useConsentText.ts';

interface QuestionScreenProps {
  readonly visible: VisibleQuestion;
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly showError: boolean;
}

/** One question and nothing else: its drawing and voice on one side, the words and answers on the other. */
export function QuestionScreen({ visible, definition, words, showError }: QuestionScreenProps) {
  const { question } = visible;
  const texts = useProcedureText(definition);
  const { said } = useInterview();
  const named = said(question.id);
  const label = words(questionKey(question, 'label'), named);
  const hint = texts.find(questionKey(question, 'hint'), named);
  const commune = useCommuneName();
  return (
    <div className={styles.ask}>
      <div className={styles.panel}>
        <Drawing name={question.drawing ?? 'question-mark'} size={240} />
        <SpeakButton sentences={sayQuestion(question, texts, named, commune)} />
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

/** What the loudspeaker of a question says: its own spoken words, else its label and hint; a consent's whole text too. */
function sayQuestion(
  question: Question,
  texts: Text,
  named: Readonly<Record<string, string>>,
  commune: string,
): readonly Sentence[] {
  const part = (key: string) => (texts.find(key, named) === undefined ? [] : [texts.sentence(key, named)]);
  const own = part(questionKey(question, 'spoken'));
  const words =
    own.length > 0 ? own : [...part(questionKey(question, 'label')), ...part(questionKey(question, 'hint'))];
  return question.type === 'consent'
    ? [...words, texts.sentence(`consents.${question.purpose}.text`, { commune })]
    : words;
}
