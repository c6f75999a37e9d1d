import { useState } from 'react';
import { ethnicGroups } from '../../../../../domain/citizen/ethnicity.ts';
import { saidChoice } from '../../../../answers/said-choice.ts';
import { useText } from '../../../../i18n/useText.ts';
import { SelectList } from '../../../../ui/Choices.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { DRAWN_OTHER, drawnPeople } from './drawn-answers.ts';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

/** Groups whose languages are spoken around Bá Thước come first; the rest follow in the official order. */
const nearby = ['Mường', 'Thái', 'Kinh', 'Mông', 'Dao', 'Thổ', 'Khơ-mú'];
const OTHER = '?';

const listed = [
  ...nearby.filter((name) => ethnicGroups.some((group) => group.name === name)),
  ...ethnicGroups.map((group) => group.name).filter((name) => !nearby.includes(name)),
];

/** A name of the official list, or the person's own word for their people, letter for letter. */
export function EthnicityWidget({ value, onChange, ...field }: WidgetProps<'ethnicity'>) {
  const t = useText('interview');
  const answered = typeof value === 'string' ? value : undefined;
  const [isOther, setOther] = useState(answered !== undefined && !listed.includes(answered));
  return (
    <div className={styles.stack}>
      <SelectList
        label={field.label}
        hint={field.hint}
        labelHidden={field.labelHidden}
        problem={field.problem}
        choices={[
          ...listed.map((name) => ({ value: name, label: name, drawing: drawnPeople(name) })),
          { value: OTHER, ...saidChoice(t, 'ethnicity.other'), drawing: DRAWN_OTHER },
        ]}
        value={isOther ? OTHER : answered}
        onChange={(name) => {
          setOther(name === OTHER);
          onChange(name === OTHER ? undefined : name);
        }}
      />
      {isOther && (
        <TextField
          label={t('ethnicity.ownWord')}
          hint={t('ethnicity.ownWordHint')}
          value={answered ?? ''}
          maxLength={60}
          onChange={(typed) => onChange(typed === '' ? undefined : typed)}
        />
      )}
    </div>
  );
}
