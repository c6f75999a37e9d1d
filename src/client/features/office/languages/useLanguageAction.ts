import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../common/call.ts';
import { languagesKey } from './language-queries.ts';

/** One piece of work on a language: what is on the screen is asked for anew, however it went. */
export function useLanguageAction<Asked, Answer>(
  action: (asked: Asked) => Promise<Answer>,
  onDone: (answer: Answer) => void = () => undefined,
) {
  const client = useQueryClient();
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: action,
    onSettled: () => client.invalidateQueries({ queryKey: languagesKey }),
    onSuccess: onDone,
  });
  return { go: mutate, isPending, data, problem: error === null ? undefined : problemOf(error) };
}
