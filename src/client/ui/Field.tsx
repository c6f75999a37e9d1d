import { type ReactNode, use, useId } from 'react';
import { AloudContext, SpokenProblemContext } from './aloud.ts';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';

export interface FieldWords {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; stands beside the field and is read out. What was typed stays. */
  readonly problem?: string | undefined;
  /** Where the screen's heading already is the label. */
  readonly labelHidden?: boolean;
}

interface FieldIds {
  readonly id: string;
  readonly describedBy: string | undefined;
}

/** Label, hint and problem around one native field. */
export function Field({
  label,
  hint,
  problem,
  labelHidden = false,
  children,
}: FieldWords & { readonly children: (ids: FieldIds) => ReactNode }) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} problem={problem} />
      {children({ id, describedBy: describedBy || undefined })}
    </div>
  );
}

/** Hint and problem under a label or legend; `id` is that of the field they describe. */
export function FieldNotes({
  id,
  hint,
  problem,
}: {
  readonly id: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}) {
  const aloud = use(AloudContext);
  const spoken = use(SpokenProblemContext);
  return (
    <>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div id={`${id}-problem`} className={styles.problem} role="alert" hidden={problem === undefined}>
        <Icon name="warning" />
        <span>{problem}</span>
        {problem !== undefined && aloud?.(spoken?.text === problem ? spoken : { text: problem })}
      </div>
    </>
  );
}

/** Label, hint and problem around a group of native fields. */
export function FieldGroup({
  label,
  hint,
  problem,
  labelHidden = false,
  children,
}: FieldWords & { readonly children: ReactNode }) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <fieldset className={styles.field} aria-describedby={describedBy || undefined}>
      <legend className={labelHidden ? 'visually-hidden' : styles.label}>{label}</legend>
      <FieldNotes id={id} hint={hint} problem={problem} />
      {children}
    </fieldset>
  );
}
