import { useText } from '../../../i18n/useText.ts';
import type { Problem } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';

/** Why an action was not done; where somebody was faster, what to do about it. */
export function ActProblem({ problem }: { readonly problem: Problem | undefined }) {
  const t = useText('office-accounts');
  if (problem === undefined) return null;
  const isStale = problem.kind === 'conflict' || problem.kind === 'state-not-allowed';
  return <ProblemNotice problem={problem}>{isStale && <p>{t('stale')}</p>}</ProblemNotice>;
}
