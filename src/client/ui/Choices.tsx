import { type ReactNode, use, useId, useState } from 'react';
import { foldText } from '../i18n/fold-text.ts';
import type { Sentence } from '../i18n/sentences.ts';
import { useText } from '../i18n/useText.ts';
import { AloudContext } from './aloud.ts';
import styles from './Choices.module.css';
import { Drawing } from './drawings/Drawing.tsx';
import fieldStyles from './Field.module.css';
import { FieldGroup, FieldNotes, type FieldWords } from './Field.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Name of a drawing that says what the answer says. */
  readonly drawing?: string | undefined;
  /** The label as a phrase, where it is one. */
  readonly sentence?: Sentence | undefined;
}

type ChoiceCardsProps = FieldWords & {
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
};

/** Large cards of which one may be taken: native radio buttons underneath. */
export function ChoiceCards({ choices, value, onChange, ...words }: ChoiceCardsProps) {
  const name = useId();
  return (
    <FieldGroup {...words}>
      <div className={styles.cards} data-count={choices.length}>
        {choices.map((choice) => (
          <Card key={choice.value} choice={choice}>
            <input
              type="radio"
              name={name}
              className={styles.native}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
          </Card>
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckCardsProps = FieldWords & {
  readonly choices: readonly Choice[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
};

/** Large cards of which several may be taken: native checkboxes underneath. */
export function CheckCards({ choices, value, onChange, ...words }: CheckCardsProps) {
  const toggle = (one: string) =>
    onChange(choices.map((c) => c.value).filter((v) => (v === one ? !value.includes(v) : value.includes(v))));
  return (
    <FieldGroup {...words}>
      <div className={styles.cards} data-count={choices.length}>
        {choices.map((choice) => (
          <Card key={choice.value} choice={choice} square>
            <input
              type="checkbox"
              className={styles.native}
              checked={value.includes(choice.value)}
              onChange={() => toggle(choice.value)}
            />
          </Card>
        ))}
      </div>
    </FieldGroup>
  );
}

function Card({
  choice,
  square = false,
  children,
}: {
  readonly choice: Choice;
  readonly square?: boolean;
  readonly children: ReactNode;
}) {
  const aloud = use(AloudContext);
  return (
    <div className={styles.choice}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the native radio or checkbox is the child */}
      <label className={styles.card} data-phrase={choice.sentence?.phrase}>
        {children}
        {choice.drawing !== undefined && <Drawing name={choice.drawing} size={64} />}
        <span className={styles.words}>
          {choice.label}
          {choice.hint !== undefined && <small>{choice.hint}</small>}
        </span>
        <span className={square ? styles.square : styles.mark} aria-hidden="true" />
      </label>
      {aloud?.(choice.sentence ?? { text: choice.label })}
    </div>
  );
}

const MOST_SHOWN = 60;

type SelectListProps = FieldWords & {
  readonly choices: readonly Choice[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
};

/** A long list with a box to narrow it, blind to accents; at most 60 rows are drawn at once. */
export function SelectList({ choices, value, onChange, ...words }: SelectListProps) {
  const t = useText();
  const aloud = use(AloudContext);
  const id = useId();
  const [filter, setFilter] = useState('');
  const wanted = foldText(filter).split(' ').filter(Boolean);
  const matches = choices.filter((choice) => {
    const tokens = foldText(choice.label).split(' ');
    return wanted.every((word) => tokens.some((token) => token.startsWith(word)));
  });
  const chosenFirst =
    wanted.length > 0
      ? matches
      : [...matches].sort((a, b) => Number(b.value === value) - Number(a.value === value));
  return (
    <fieldset className={fieldStyles.field}>
      <legend className={words.labelHidden === true ? 'visually-hidden' : fieldStyles.label}>
        {words.label}
      </legend>
      <FieldNotes id={id} hint={words.hint} problem={words.problem} />
      <input
        className={fieldStyles.input}
        type="search"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('list.filter')}
        placeholder={t('list.filter')}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <p className="visually-hidden" aria-live="polite">
        {wanted.length > 0 && t('list.matches', { count: matches.length })}
      </p>
      <div className={styles.list}>
        {chosenFirst.slice(0, MOST_SHOWN).map((choice) => (
          <div key={choice.value} className={styles.choice}>
            <label className={styles.row} data-phrase={choice.sentence?.phrase}>
              <input
                type="radio"
                name={id}
                className={styles.native}
                checked={choice.value === value}
                onChange={() => onChange(choice.value)}
              />
              <span className={styles.mark} aria-hidden="true" />
              {choice.drawing !== undefined && <Drawing name={choice.drawing} size={44} />}
              <span className={styles.words}>
                {choice.label}
                {choice.hint !== undefined && <small>{choice.hint}</small>}
              </span>
            </label>
            {aloud?.(choice.sentence ?? { text: choice.label })}
          </div>
        ))}
        {matches.length === 0 && <p className={styles.none}>{t('list.none')}</p>}
        {matches.length > MOST_SHOWN && <p className={styles.none}>{t('list.more')}</p>}
      </div>
    </fieldset>
  );
}
