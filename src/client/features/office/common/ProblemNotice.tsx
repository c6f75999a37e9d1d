import type { ReactNode } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import type { Problem } from './call.ts';

interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}

/** What went wrong and what to do, by kind; being out of reach is calm, a refusal is a problem. */
export function ProblemNotice({ problem, onRetry, children }: ProblemNoticeProps) {
  const t = useText('office');
  const seconds = problem.kind === 'too-many-requests' ? (problem.retryAfter ?? 60) : 0;
  return (
    <Notice
      tone={problem.kind === 'unreachable' ? 'calm' : 'problem'}
      title={t(`problem.${problem.kind}`, { seconds })}
      {...(onRetry === undefined
        ? {}
        : {
            action: (
              <Button size="small" onClick={onRetry}>
                {t('problem.retry')}
              </Button>
            ),
          })}
    >
      {children}
    </Notice>
  );
}
