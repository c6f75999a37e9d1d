import type { Formula, ProcedureDefinition } from '../../domain/procedure/definition.ts';
import { type Finding, finding } from './finding.ts';
import { placeOfQuestion } from './place.ts';

/**
 * Calculations that make something else of what their `once` keeps. It keeps the answer of its question, which is the whole
 * calculation's: `concat(once(a), 'x')` would grow each time it is looked at, and be another at the office than on the tablet.
 */
export function lintOnce(definition: ProcedureDefinition): readonly Finding[] {
  return definition.steps.flatMap((step) =>
    step.questions
      .filter(({ calculated }) => calculated !== undefined && changesWhatIsKept(calculated))
      .map((question) => finding('error', placeOfQuestion(step, question), 'once-inside')),
  );
}

function changesWhatIsKept(formula: Formula): boolean {
  if (!('call' in formula) || formula.call === 'once') return false;
  const handedOn = partsHandedOn(formula);
  return formula.with.some((part) => (handedOn.includes(part) ? changesWhatIsKept(part) : keeps(part)));
}

/** The parts that a call's value may be, as they are. */
function partsHandedOn({ call, with: parts }: Extract<Formula, { call: string }>): readonly Formula[] {
  if (call === 'coalesce') return parts;
  return call === 'if' ? parts.slice(1) : [];
}

function keeps(formula: Formula): boolean {
  return 'call' in formula && (formula.call === 'once' || formula.with.some(keeps));
}
