import { useState } from 'react';
import type { Evaluation } from '../../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import type { Translate } from '../../../../answers/format-answer.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { useInterview } from '../interview-context.ts';
import { CardDialog } from './CardDialog.tsx';
import { type CardTargets, findCardTargets } from './card-targets.ts';

interface ScanOfferProps {
  readonly question: string;
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly alone: boolean;
}

/** The button, and what it filled in; nothing where the card could not answer, or where it stands nearby already. */
export function ScanOffer({ question, definition, words, alone }: ScanOfferProps) {
  const t = useText('card');
  const { evaluation, store } = useInterview();
  const [isOpen, setOpen] = useState(false);
  const [written, setWritten] = useState<number>();
  const targets = findCardTargets(definition, question);
  if (targets === undefined || !isPlaceForOffer(question, targets, evaluation, alone)) return null;
  return (
    <>
      {written !== undefined && (
        <div role="status">
          <Notice tone="good">{t('offer.written', { count: written })}</Notice>
        </div>
      )}
      <div>
        <Button icon={<Icon name="qr" />} onClick={() => setOpen(true)}>
          {t('offer.button')}
        </Button>
      </div>
      {isOpen && (
        <CardDialog
          targets={targets}
          definition={definition}
          words={words}
          onClose={() => setOpen(false)}
          onWrite={(answers) => {
            store.answerAll(answers);
            setWritten(Object.keys(answers).length);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

/** With the first question about the person in each step; asked alone, with the card's number as well. */
function isPlaceForOffer(
  question: string,
  targets: CardTargets,
  evaluation: Evaluation,
  alone: boolean,
): boolean {
  if (alone && targets.number?.id === question) return true;
  const ids = new Set(Object.values(targets).map(({ id }) => id));
  const step = evaluation.steps.find(({ questions }) =>
    questions.some((one) => one.question.id === question),
  );
  return step?.questions.find((one) => ids.has(one.question.id))?.question.id === question;
}
