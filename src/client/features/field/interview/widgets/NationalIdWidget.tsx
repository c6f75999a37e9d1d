import { useState } from 'react';
import { maskNationalId, parseNationalId } from '../../../../../domain/citizen/national-id.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { groupDigits } from './group-digits.ts';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

/** Digits in groups while typing; covered afterwards, because a screen is read from across the table. */
export function NationalIdWidget({ value, onChange, ...field }: WidgetProps<'national-id'>) {
  const t = useText('interview');
  const digits = typeof value === 'string' ? value : '';
  const [isShown, setShown] = useState(false);
  const isWhole = parseNationalId(digits).kind !== 'invalid';
  if (!isShown && isWhole) {
    return (
      <div className={styles.covered}>
        <p className={styles.number}>
          <span className={field.labelHidden ? 'visually-hidden' : styles.coveredLabel}>{field.label}</span>
          {maskNationalId(digits)}
        </p>
        <Button icon={<Icon name="edit" />} onClick={() => setShown(true)}>
          {t('nationalId.show')}
        </Button>
        {field.problem !== undefined && <p className={styles.problem}>{field.problem}</p>}
      </div>
    );
  }
  return (
    <TextField
      label={field.label}
      hint={field.hint}
      labelHidden={field.labelHidden}
      problem={field.problem}
      inputMode="numeric"
      digits="large"
      maxLength={15}
      value={groupDigits(digits)}
      onBlur={() => setShown(false)}
      onChange={(typed) => {
        setShown(true);
        const kept = typed.replace(/\D/g, '').slice(0, 12);
        onChange(kept === '' ? undefined : kept);
      }}
    />
  );
}
