import { useMutation } from '@tanstack/react-query';
import { signOut } from '../../../../contract/operations/office.ts';
import { call } from '../common/call.ts';

/** Ends the session, then loads the page anew: nothing that was on the screen stays in the browser's memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => window.location.assign('/office'),
  });
}
