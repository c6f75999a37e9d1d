import type { ConsentRecord } from '../../../../contract/up/submission.ts';
import type { Answers } from '../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';

/** BCP 47 for a language that is not determined: the answer itself says more than any tag could. */
const UNDETERMINED = 'und';

/** Who gives the consents of this submission: a parent or guardian where one answers for a child, else the person. */
export function findConsentGiver(
  { consentGivenBy }: ProcedureDefinition,
  submission: Answers,
): ConsentRecord['givenBy'] {
  return (consentGivenBy && meaningOf(consentGivenBy, submission)) ?? 'self';
}

/** The language that was spoken, as this submission's own answer has it; `otherwise` where nobody asked or answered. */
export function findSpokenLanguage(
  { spokenLanguage }: ProcedureDefinition,
  submission: Answers,
  otherwise: string,
): string {
  if (spokenLanguage === undefined || submission[spokenLanguage.question] === undefined) return otherwise;
  return meaningOf(spokenLanguage, submission) ?? UNDETERMINED;
}

function meaningOf<Meaning>(
  { question, is }: { readonly question: string; readonly is: Readonly<Record<string, Meaning>> },
  submission: Answers,
): Meaning | undefined {
  const value = submission[question];
  return typeof value === 'string' && Object.hasOwn(is, value) ? is[value] : undefined;
}
