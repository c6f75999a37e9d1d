import type { FormEvent } from 'react';
import type { ProblemDetail } from '../../../../contract/operations/problems.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { ActFailure } from './ActFailure.tsx';
import styles from './Problems.module.css';
import { useProblemAct } from './useProblemAct.ts';

interface AnswerFormProps {
  readonly problem: ProblemDetail;
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** The answer to who reported it. What was typed stays until it has gone, also where somebody closed the problem meanwhile. */
export function AnswerForm({ problem, text, onType }: AnswerFormProps) {
  const t = useText('office-problems');
  const { send, isSending, failure } = useProblemAct(problem, () => onType(''));
  const isOver = !problem.allowed.includes('answer');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') send({ kind: 'answer', text });
  };
  return (
    <form className={styles.answer} onSubmit={submit}>
      <TextArea
        label={t('act.answerLabel')}
        hint={t('act.answerHint')}
        rows={3}
        maxLength={4000}
        value={text}
        onChange={onType}
      />
      {isOver && failure === undefined && <Notice tone="care">{t('act.conflict')}</Notice>}
      <ActFailure failure={failure} />
      <div>
        <Button
          type="submit"
          size="small"
          variant="solid"
          busy={isSending}
          disabled={isOver || text.trim() === ''}
        >
          {t('act.send')}
        </Button>
      </div>
    </form>
  );
}
