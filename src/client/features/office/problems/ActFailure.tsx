import { useText } from '../../../i18n/useText.ts';
import type { Problem } from '../common/call.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';

/** Why an act did not go through, and what to do. */
export function ActFailure({ failure }: { readonly failure: Problem | undefined }) {
  const t = useText('office-problems');
  if (failure === undefined) return null;
  return (
    <ProblemNotice problem={failure}>
      {(failure.kind === 'conflict' || failure.kind === 'state-not-allowed') && <p>{t('act.conflict')}</p>}
    </ProblemNotice>
  );
}
