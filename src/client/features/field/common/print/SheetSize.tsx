import { useId } from 'react';
import { useText } from '../../../../i18n/useText.ts';
import styles from './SheetSize.module.css';
import './sheets.css';

/** `sheet-<size>` is the class of what is printed on it. */
export const sheetSizes = ['a5', 'a4'] as const;
export type SheetSize = (typeof sheetSizes)[number];

interface SheetSizeProps {
  readonly value: SheetSize;
  readonly onChange: (size: SheetSize) => void;
}

/** Which paper lies in the printer. */
export function SheetSizeChoice({ value, onChange }: SheetSizeProps) {
  const t = useText('paper');
  const name = useId();
  return (
    <fieldset className={styles.sizes}>
      <legend>{t('size.legend')}</legend>
      {sheetSizes.map((size) => (
        <label key={size}>
          <input type="radio" name={name} checked={size === value} onChange={() => onChange(size)} />
          {t(`size.${size}`)}
        </label>
      ))}
    </fieldset>
  );
}
