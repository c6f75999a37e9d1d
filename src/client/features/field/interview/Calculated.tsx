import type { VisibleQuestion } from '../../../../domain/procedure/contract/evaluation.ts';
import { formatAnswer, type Translate } from '../../../answers/format-answer.ts';
import { useText } from '../../../i18n/useText.ts';
import { usePlaceNames } from '../common/usePlaceNames.ts';
import styles from './Interview.module.css';

interface CalculatedProps {
  readonly visible: VisibleQuestion;
  readonly label: string;
  readonly labelHidden: boolean;
  readonly words: Translate;
}

/** What follows from other answers: shown, not to be typed. */
export function Calculated({ visible, label, labelHidden, words }: CalculatedProps) {
  const t = useText('interview');
  const places = usePlaceNames();
  const { question, calculated } = visible;
  return (
    <div className={styles.unknown}>
      {!labelHidden && <b>{label}</b>}
      <output className={styles.calculated}>
        {calculated === undefined ? t('calculated.none') : formatAnswer(question, calculated, words, places)}
      </output>
      <p>{t('calculated.title')}</p>
    </div>
  );
}
