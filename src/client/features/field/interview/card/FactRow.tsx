import { useId } from 'react';
import { UnknownAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import { formatAnswer, type Translate } from '../../../../answers/format-answer.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { usePlaceNames } from '../../common/usePlaceNames.ts';
import { CareNotice } from './CareNotice.tsx';
import styles from './card.module.css';
import type { ProposedFact } from './propose-facts.ts';

interface FactRowProps {
  readonly proposed: ProposedFact;
  readonly isPlainName: boolean;
  /** The line as the card has it, where it says the same in older words. */
  readonly printed: string | undefined;
  readonly words: Translate;
  readonly isTaken: boolean;
  readonly onTake: (take: boolean) => void;
}

/** One thing the card says: to be written or not, or which of two, or that it stands there already. */
export function FactRow({ proposed, isPlainName, printed, words, isTaken, onTake }: FactRowProps) {
  const t = useText('card');
  const places = usePlaceNames();
  const name = useId();
  const { fact, question, value, now, state } = proposed;
  const label = t(`fact.${fact}`);
  const say = (answer: typeof now) => formatAnswer(question, answer, words, places);
  const asPrinted = printed !== undefined && (
    <small>
      {t('address.printed')} <span lang="vi">{printed}</span>
    </small>
  );
  if (state === 'same') {
    return (
      <li className={styles.fact}>
        <span className={styles.same}>
          <Icon name="check" />
        </span>
        <p className={styles.words}>
          <small>{label}</small>
          <b>{say(now)}</b>
          <small>{t('confirm.same')}</small>
        </p>
      </li>
    );
  }
  if (state === 'fills') {
    return (
      <li className={styles.fact}>
        <label className={styles.option}>
          <input
            type="checkbox"
            checked={isTaken}
            onChange={(event) => onTake(event.currentTarget.checked)}
          />
          <span className={styles.words}>
            <small>{label}</small>
            <b>{say(value)}</b>
            {asPrinted}
            {UnknownAnswer.safeParse(now).success && <small>{t('confirm.now', { answer: say(now) })}</small>}
          </span>
        </label>
        {isPlainName && <CareNotice sentence={t.sentence('confirm.plainName')} />}
      </li>
    );
  }
  return (
    <li className={styles.fact}>
      <fieldset className={styles.two}>
        <legend>{label}</legend>
        <CareNotice
          sentence={t.sentence(
            fact === 'name' || fact === 'number' ? `confirm.differs.${fact}` : 'confirm.differs.other',
          )}
        />
        {isPlainName && <CareNotice sentence={t.sentence('confirm.plainName')} />}
        <label className={styles.option}>
          <input type="radio" name={name} checked={!isTaken} onChange={() => onTake(false)} />
          <span className={styles.words}>
            <small>{t('confirm.keep')}</small>
            <b>{say(now)}</b>
          </span>
        </label>
        <label className={styles.option}>
          <input type="radio" name={name} checked={isTaken} onChange={() => onTake(true)} />
          <span className={styles.words}>
            <small>{t('confirm.take')}</small>
            <b>{say(value)}</b>
            {asPrinted}
          </span>
        </label>
      </fieldset>
    </li>
  );
}
