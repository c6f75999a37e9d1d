import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useRef } from 'react';
import { me } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { CallFailed, call, problemOf } from '../common/call.ts';
import { type Me, MeContext } from '../common/me.ts';
import { ProblemNotice } from '../common/ProblemNotice.tsx';
import { meKey } from '../common/query-client.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { Gate } from './Gate.tsx';
import { SignIn } from './SignIn.tsx';

/** Nobody signed in is an answer here, not a failure. */
async function findMe(signal: AbortSignal): Promise<Me | null> {
  try {
    return await call(me, {}, signal);
  } catch (failure) {
    if (failure instanceof CallFailed && failure.problem.kind === 'unauthorized') return null;
    throw failure;
  }
}

/** Shows the console to somebody signed in with a password of their own, and otherwise what stands before it. */
export function Session({ children }: { readonly children: ReactNode }) {
  const t = useText('office');
  const person = useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => findMe(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const wasSignedIn = useRef(false);
  if (person.data) wasSignedIn.current = true;

  if (person.data === undefined) {
    return (
      <Gate title={t('signIn.title')}>
        {person.error === null ? (
          <Spinner label={t('loading')} />
        ) : (
          <ProblemNotice problem={problemOf(person.error)} onRetry={() => void person.refetch()} />
        )}
      </Gate>
    );
  }
  if (person.data === null) return <SignIn isSessionOver={wasSignedIn.current} />;
  return (
    <MeContext value={person.data}>
      {person.data.mustChangePassword ? (
        <ChangePassword />
      ) : (
        <Fragment key={person.data.id}>{children}</Fragment>
      )}
    </MeContext>
  );
}
