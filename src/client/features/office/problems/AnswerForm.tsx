import { type FormEvent, useState } from 'react';
import type { ProblemDetail } from '../../../../contract/operations/problems.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea } from '../../../ui/TextField.tsx';
import { ActFailure } from './ActFailure.tsx';
import styles from './Problems.module.css';
import { useProblemAct } from './useProblemAct.ts';

/** The answer to who reported it. What was typed stays until it has gone. */
export function AnswerForm({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText('office-problems');
  const [text, setText] = useState('');
  const { send, isSending, failure } = useProblemAct(problem, () => setText(''));
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
        onChange={setText}
      />
      <ActFailure failure={failure} />
      <div>
        <Button type="submit" size="small" variant="solid" busy={isSending} disabled={text.trim() === ''}>
          {t('act.send')}
        </Button>
      </div>
    </form>
  );
}
