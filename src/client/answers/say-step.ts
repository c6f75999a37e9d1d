import type { VisibleStep } from '../../domain/procedure/contract/evaluation.ts';
import type { Translate } from './format-answer.ts';

/** A step's title; in a repeated step with which of how many it is. */
export function sayStep(
  { step, repetition }: Pick<VisibleStep, 'repetition'> & { readonly step: { readonly id: string } },
  words: Translate,
): string {
  const title = words(`steps.${step.id}.title`);
  return repetition === undefined
    ? title
    : words('answer.repetition', { title, number: repetition.number, of: repetition.of });
}
