import { EnrolmentCode } from '../../../../contract/operations/enrolment.ts';

/** The code of `…/enrol#code=XXXXX-XXXXX`. In the fragment, because fragments are sent to no server. */
export function codeFromHash(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, '')).get('code') ?? undefined;
}

/** What was typed or pasted (a code, or the whole link) as a code; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const hashAt = typed.indexOf('#');
  const wanted = hashAt < 0 ? typed : (codeFromHash(typed.slice(hashAt)) ?? typed);
  const parsed = EnrolmentCode.safeParse(wanted);
  return parsed.success ? parsed.data : undefined;
}
