import type { MrzLineProblem } from '../../../../../domain/citizen/mrz-lines.ts';
import { useText } from '../../../../i18n/useText.ts';
import { SpokenProblemContext } from '../../../../ui/aloud.ts';
import { Field } from '../../../../ui/Field.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import styles from './card.module.css';

interface CardLineProps {
  /** 1 to 3. */
  readonly number: number;
  readonly value: string;
  readonly problem: MrzLineProblem | undefined;
  /** Not while it is still being typed. */
  readonly saysProblem: boolean;
  readonly onChange: (typed: string) => void;
  readonly onLeave: () => void;
}

/** One of the three lines, in large letters of one width, with what its check digits say. */
export function CardLine({ number, value, problem, saysProblem, onChange, onLeave }: CardLineProps) {
  const t = useText('card');
  const said = saysProblem && problem !== undefined ? t.sentence(`lines.wrong.${problem}`) : undefined;
  return (
    <div className={styles.lineField}>
      <SpokenProblemContext value={said}>
        <Field label={t('lines.label', { number })} hint={t(`lines.example.${number}`)} problem={said?.text}>
          {({ id, describedBy }) => (
            <input
              id={id}
              className={styles.line}
              type="text"
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              maxLength={60}
              aria-describedby={describedBy}
              aria-invalid={said !== undefined}
              value={value}
              onBlur={onLeave}
              onChange={(event) => onChange(event.currentTarget.value)}
            />
          )}
        </Field>
      </SpokenProblemContext>
      <p className={styles.lineState} role="status">
        {value !== '' && problem === undefined && (
          <>
            <Icon name="check" /> {t('lines.right', { number })}
          </>
        )}
      </p>
    </div>
  );
}
