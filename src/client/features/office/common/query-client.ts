import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { CallFailed } from './call.ts';
import { forgetSearches } from './usePrivateSearch.ts';

export const meKey = ['me'] as const;

/** How often an open screen asks for news while it is in front; coming back to the window asks at once. */
export const POLL_EVERY = 15_000;

/**
 * The office's memory of answers. A session that is over shows the sign-in in place, the address unchanged; nothing of
 * the old session stays in memory. Calls go out whatever `navigator.onLine` says: it is only a hint.
 */
export function makeQueryClient(): QueryClient {
  const forget = () => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
    forgetSearches();
  };
  const onError = (failure: unknown) => {
    if (!(failure instanceof CallFailed)) return;
    if (failure.problem.kind === 'unauthorized') {
      client.setQueryData(meKey, null);
      forget();
    }
    if (failure.problem.kind === 'password-change-needed') void client.invalidateQueries({ queryKey: meKey });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError,
      // Whoever asks who is signed in and hears "nobody" is told nothing more than by a refusal: the stream of news says so first.
      onSuccess: (person, { queryKey }) => {
        if (queryKey[0] === meKey[0] && person === null) forget();
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        retry: (count, failure) =>
          count < 1 && failure instanceof CallFailed && failure.problem.kind === 'unreachable',
        retryDelay: 1_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}
