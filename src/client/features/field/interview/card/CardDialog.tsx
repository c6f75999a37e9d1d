import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Answers } from '../../../../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition } from '../../../../../domain/procedure/definition.ts';
import type { Translate } from '../../../../answers/format-answer.ts';
import { useText } from '../../../../i18n/useText.ts';
import { CameraStep } from './CameraStep.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import styles from './card.module.css';
import type { CardRead } from './card-read.ts';
import type { CardTargets } from './card-targets.ts';
import { LinesStep } from './LinesStep.tsx';

interface CardDialogProps {
  readonly targets: CardTargets;
  readonly definition: ProcedureDefinition;
  readonly words: Translate;
  readonly onClose: () => void;
  /** What the person said yes to. */
  readonly onWrite: (answers: Answers) => void;
}

/**
 * The card before the camera, or its lines typed; then everything read, beside what stands in the form. What was read
 * lives in this component and goes with it. At the end of the page, so that a field in it is none of the form's.
 */
export function CardDialog({ targets, definition, words, onClose, onWrite }: CardDialogProps) {
  const t = useText('card');
  const dialog = useRef<HTMLDialogElement>(null);
  const [way, setWay] = useState<'camera' | 'lines'>('camera');
  const [card, setCard] = useState<CardRead>();
  useEffect(() => {
    const shown = dialog.current;
    if (shown !== null && !shown.open) shown.showModal();
    return () => shown?.close();
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={t('dialog')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {card !== undefined ? (
        <ConfirmStep
          card={card}
          targets={targets}
          definition={definition}
          words={words}
          onAgain={() => setCard(undefined)}
          onClose={onClose}
          onWrite={onWrite}
        />
      ) : way === 'camera' ? (
        <CameraStep onRead={setCard} onOther={() => setWay('lines')} onClose={onClose} />
      ) : (
        <LinesStep onRead={setCard} onOther={() => setWay('camera')} onClose={onClose} />
      )}
    </dialog>,
    document.body,
  );
}
