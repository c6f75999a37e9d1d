import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { listLanguages, listPhrases } from '../../../../contract/operations/languages.ts';
import { call } from '../common/call.ts';

/** Of everything that work on a language changes. */
export const languagesKey = ['languages'] as const;

export const languageListQuery = queryOptions({
  queryKey: [...languagesKey, 'list'],
  queryFn: ({ signal }) => call(listLanguages, {}, signal),
});

export const PHRASE_STATES = ['all', 'missing', 'to-check', 'checked', 'outdated'] as const;
export type PhraseState = (typeof PHRASE_STATES)[number];

export function asPhraseState(text: string | null): PhraseState {
  return PHRASE_STATES.find((state) => state === text) ?? 'all';
}

/** Which phrases of a language are shown; an empty place is every place. */
export interface PhraseFilter {
  readonly where: string;
  readonly state: PhraseState;
  readonly search: string;
}

export function phrasesQuery(language: string, { where, state, search }: PhraseFilter) {
  return queryOptions({
    queryKey: [...languagesKey, 'phrases', language, where, state, search],
    queryFn: ({ signal }) =>
      call(
        listPhrases,
        {
          params: { language },
          query: { state, ...(where !== '' && { where }), ...(search !== '' && { search }) },
        },
        signal,
      ),
    // What was there stays while the next is on its way: a list that jumps away loses the place.
    placeholderData: keepPreviousData,
  });
}
