import { useEffect, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { useBulk, useBulkState } from '../common/bulk/bulk-context.ts';
import type { BulkFailure } from '../common/bulk/bulk-run.ts';
import styles from './BulkToast.module.css';

/** What is about to be done to several dossiers, is being done, or was: with a way back, and with what failed and why. */
export function BulkToast() {
  const t = useText('office-queue');
  const run = useBulk();
  const state = useBulkState(run);
  if (state.kind === 'idle') return null;
  return (
    <aside className={styles.toast} aria-label={t('bulk.bar')}>
      {state.kind === 'waiting' && (
        <>
          <p role="status">
            {t(`bulk.waiting.${state.job.act.kind}`, { count: state.job.items.length })}{' '}
            <Countdown until={state.until} />
          </p>
          <div className={styles.ways}>
            <Button size="small" variant="solid" onClick={() => run.undo()} autoFocus>
              {t('bulk.undo')}
            </Button>
            <Button size="small" onClick={() => void run.sendNow()}>
              {t('bulk.now')}
            </Button>
          </div>
        </>
      )}
      {state.kind === 'sending' && (
        <p role="status">{t('bulk.sending', { done: state.answered, count: state.job.items.length })}</p>
      )}
      {state.kind === 'undone' && <p role="status">{t('bulk.undone')}</p>}
      {state.kind === 'done' && (
        <div role="status">
          <p>
            {t(`bulk.done.${state.job.act.kind}`, {
              count: state.job.items.length - state.failures.length,
            })}
          </p>
          {state.failures.length > 0 && <Failures failures={state.failures} />}
        </div>
      )}
      {(state.kind === 'undone' || state.kind === 'done') && (
        // Whoever pressed "undo" stood on a button that is gone now.
        <Button size="small" autoFocus={state.kind === 'undone'} onClick={() => run.close()}>
          {t('bulk.close')}
        </Button>
      )}
    </aside>
  );
}

function Failures({ failures }: { readonly failures: readonly BulkFailure[] }) {
  const t = useText('office-queue');
  const office = useText('office');
  return (
    <>
      <p>{t('bulk.failed', { count: failures.length })}</p>
      <ul className={styles.failures}>
        {failures.map(({ item, problem }) => (
          <li key={item.id}>
            <b>{item.name}</b>: {sayWhy(problem, t) ?? office(`problem.${problem.kind}`, { seconds: 60 })}
          </li>
        ))}
      </ul>
    </>
  );
}

function sayWhy(problem: BulkFailure['problem'], t: ReturnType<typeof useText>): string | undefined {
  if (problem.kind !== 'state-not-allowed' || problem.detail === undefined) return undefined;
  return t.find(`bulk.why.${problem.detail}`);
}

/** Seconds for the eye; a voice that counts would drown everything else. */
function Countdown({ until }: { readonly until: number }) {
  const t = useText('office-queue');
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  });
  return <span aria-hidden="true">{t('bulk.seconds', { count: seconds })}</span>;
}
