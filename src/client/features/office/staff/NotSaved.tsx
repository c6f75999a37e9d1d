import { Notice } from '../../../ui/Notices.tsx';
import type { Problem } from '../common/call.ts';
import { Failed } from '../common/Failed.tsx';
import { ProblemNotice } from '../common/ProblemNotice.tsx';

interface NotSavedProps {
  readonly problem: Problem;
  /** What a conflict means here. */
  readonly conflict: string;
}

/** Why somebody's record did not change; what was typed stays above. */
export function NotSaved({ problem, conflict }: NotSavedProps) {
  return (
    <Failed problem={problem}>
      {problem.kind === 'conflict' ? (
        <Notice tone="problem" title={conflict} />
      ) : (
        <ProblemNotice problem={problem} />
      )}
    </Failed>
  );
}
