import { lazy, Suspense } from 'react';
import type { VisibleQuestion } from '../../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import type { Translate } from '../../../../answers/format-answer.ts';

const ScanOffer = lazy(() => import('./ScanOffer.tsx').then((module) => ({ default: module.ScanOffer })));

interface CardOfferProps {
  readonly visible: VisibleQuestion;
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  /** The question stands alone on the screen. */
  readonly alone: boolean;
}

const answerable = new Set(['name', 'choice', 'date', 'national-id', 'place']);

/** "Scan the card" beside what a card can answer. All of it is loaded when the first such question is met. */
export function CardOffer({ visible, ...rest }: CardOfferProps) {
  if (!answerable.has(visible.question.type)) return null;
  return (
    <Suspense fallback={null}>
      <ScanOffer question={visible.question.id} {...rest} />
    </Suspense>
  );
}
