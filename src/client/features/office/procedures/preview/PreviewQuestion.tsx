import { type AnswerValue, UnknownAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import type { VisibleQuestion } from '../../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import { questionKey } from '../../../../answers/format-answer.ts';
import { useText } from '../../../../i18n/useText.ts';
import { TickBox } from '../../../../ui/TickBox.tsx';
import styles from './Preview.module.css';
import { PreviewField } from './PreviewField.tsx';
import type { PreviewWords } from './usePreviewWords.ts';

interface PreviewQuestionProps {
  readonly visible: VisibleQuestion;
  readonly definition: ProcedureDefinition;
  readonly value: AnswerValue | undefined;
  readonly words: PreviewWords;
  /** Answers that the sentence may name. */
  readonly said: Readonly<Record<string, string>>;
  readonly onChange: (value: AnswerValue | undefined) => void;
}

/** One question as it will be asked, with whether it must be answered; its id for the author. */
export function PreviewQuestion({ visible, words, said, value, onChange, ...rest }: PreviewQuestionProps) {
  const t = useText('office');
  const { question, required, calculated, proposal } = visible;
  if (question.type === 'hidden') return null;
  const label = words(questionKey(question, 'label'), said);
  const hint = words.find(questionKey(question, 'hint'), said);
  const isUnknown = UnknownAnswer.safeParse(value).success;
  const proposed =
    proposal === undefined ? undefined : t('procedures.preview.proposed', { value: show(proposal) });
  return (
    <div className={styles.question}>
      {question.type === 'note' || question.calculated !== undefined ? (
        <>
          <p>{label}</p>
          {hint !== undefined && <p className={styles.soft}>{hint}</p>}
          {question.calculated !== undefined && (
            <p className="numbers">{calculated === undefined ? '…' : show(calculated)}</p>
          )}
        </>
      ) : (
        <PreviewField
          {...rest}
          visible={visible}
          words={words}
          label={label}
          hint={proposed ?? hint}
          value={isUnknown ? undefined : value}
          onChange={onChange}
        />
      )}
      {question.unknownAllowed && (
        <TickBox
          checked={isUnknown}
          onChange={(checked) => onChange(checked ? { unknown: true } : undefined)}
        >
          {words('answer.unknown')}
        </TickBox>
      )}
      <p className={styles.soft}>
        <code>{question.id}</code>
        {required && ` · ${t('procedures.preview.required')}`}
      </p>
    </div>
  );
}

function show(value: AnswerValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
