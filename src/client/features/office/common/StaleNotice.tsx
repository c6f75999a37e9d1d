import { formatClock } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { problemOf } from './call.ts';
import { ProblemNotice } from './ProblemNotice.tsx';

interface Asked {
  readonly error: Error | null;
  readonly data: unknown;
  readonly dataUpdatedAt: number;
  readonly refetch: () => Promise<unknown>;
}

/** The last try failed: why, how old what is shown is, and a way to ask again. Nothing while all is well. */
export function StaleNotice({ query }: { readonly query: Asked }) {
  const t = useText('office');
  if (query.error === null) return null;
  return (
    <ProblemNotice problem={problemOf(query.error)} onRetry={() => void query.refetch()}>
      {query.data === undefined
        ? null
        : t('shownAsOf', { clock: formatClock(new Date(query.dataUpdatedAt)) })}
    </ProblemNotice>
  );
}
