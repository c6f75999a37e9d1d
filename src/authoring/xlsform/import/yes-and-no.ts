import type { Formula } from '../../../domain/procedure/definition.ts';
import { BOOLEAN_FUNCTIONS } from '../expression/functions.ts';

/**
 * What a `calculate` keeps is text: yes and no become the words `true` and `false`, so that a comparison with either
 * finds what the sheet means.
 */
export function asStored(formula: Formula): Formula {
  const isYesOrNo =
    'call' in formula
      ? BOOLEAN_FUNCTIONS.has(formula.call)
      : 'value' in formula && typeof formula.value === 'boolean';
  return isYesOrNo ? { call: 'string', with: [formula] } : formula;
}

/** The ways in which a sheet says yes. */
export function isYes(text: string): boolean {
  return /^(yes|true|true\(\)|1)$/i.test(text);
}
