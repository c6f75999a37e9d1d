import { useState } from 'react';
import type { ProblemDetail } from '../../../../contract/operations/problems.ts';
import type { ProblemAction } from '../../../../domain/problem/life.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActFailure } from './ActFailure.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import styles from './Problems.module.css';
import { ReopenDialog } from './ReopenDialog.tsx';
import { RouteDialog } from './RouteDialog.tsx';
import { useProblemAct } from './useProblemAct.ts';

/** What the signed-in person may do about it now. */
export function ProblemActs({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText('office-problems');
  const [answer, setAnswer] = useState('');
  const [dialog, setDialog] = useState<'route' | 'reopen'>();
  const { send, isSending, failure } = useProblemAct(problem, () => undefined);
  const may = (action: ProblemAction) => problem.allowed.includes(action);
  // What somebody is in the middle of stays, whatever a colleague has done meanwhile.
  if (problem.allowed.length === 0 && answer === '' && dialog === undefined) return null;
  return (
    <section className={styles.acts} aria-labelledby="problem-acts">
      <h2 id="problem-acts">{t('act.title')}</h2>
      <div className={styles.buttons}>
        {may('route') && (
          <Button size="small" onClick={() => setDialog('route')}>
            {t('act.route')}
          </Button>
        )}
        {may('take') && (
          <Button size="small" busy={isSending} onClick={() => send({ kind: 'take' })}>
            {t('act.take')}
          </Button>
        )}
        {may('close') && (
          <Button size="small" busy={isSending} onClick={() => send({ kind: 'close' })}>
            {t('act.close')}
          </Button>
        )}
        {may('reopen') && (
          <Button size="small" onClick={() => setDialog('reopen')}>
            {t('act.reopen')}
          </Button>
        )}
      </div>
      <ActFailure failure={failure} />
      {(may('answer') || answer !== '') && <AnswerForm problem={problem} text={answer} onType={setAnswer} />}
      {dialog === 'route' && <RouteDialog problem={problem} onClose={() => setDialog(undefined)} />}
      {dialog === 'reopen' && <ReopenDialog problem={problem} onClose={() => setDialog(undefined)} />}
    </section>
  );
}
