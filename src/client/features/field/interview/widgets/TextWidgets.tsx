import { parseName } from '../../../../../domain/citizen/name.ts';
import { useText } from '../../../../i18n/useText.ts';
import { TextArea, TextField } from '../../../../ui/TextField.tsx';
import { groupPhone } from './group-digits.ts';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
const orNothing = (typed: string) => (typed === '' ? undefined : typed);

export function TextWidget({ question, value, onChange, ...words }: WidgetProps<'text'>) {
  const field = {
    label: words.label,
    hint: words.hint,
    labelHidden: words.labelHidden,
    problem: words.problem,
    value: asText(value),
    maxLength: question.maxLength,
    onChange: (typed: string) => onChange(orNothing(typed)),
  };
  return question.multiline ? <TextArea {...field} rows={4} /> : <TextField {...field} />;
}

/** Kept as said; shown beside it in capitals, as cards print it, so that both can be compared. */
export function NameWidget({ value, onChange, ...words }: WidgetProps<'name'>) {
  const t = useText('interview');
  const name = parseName(asText(value));
  return (
    <div className={styles.stack}>
      <TextField
        label={words.label}
        hint={words.hint}
        labelHidden={words.labelHidden}
        problem={words.problem}
        value={asText(value)}
        autoCapitalize="words"
        maxLength={120}
        onChange={(typed) => onChange(orNothing(typed))}
      />
      {name.kind === 'name' && (
        <p className={styles.preview}>
          {t('name.onCard')} <b lang="vi">{name.value.toLocaleUpperCase('vi')}</b>
        </p>
      )}
    </div>
  );
}

/** Digits in groups as they are read aloud; what was typed is kept without the gaps. */
export function PhoneWidget({ value, onChange, ...words }: WidgetProps<'phone'>) {
  return (
    <TextField
      label={words.label}
      hint={words.hint}
      labelHidden={words.labelHidden}
      problem={words.problem}
      type="tel"
      inputMode="tel"
      digits="large"
      maxLength={20}
      value={groupPhone(asText(value))}
      onChange={(typed) => onChange(orNothing(typed.replaceAll(' ', '')))}
    />
  );
}

export function EmailWidget({ value, onChange, ...words }: WidgetProps<'email'>) {
  return (
    <TextField
      label={words.label}
      hint={words.hint}
      labelHidden={words.labelHidden}
      problem={words.problem}
      type="email"
      inputMode="email"
      autoCapitalize="none"
      maxLength={200}
      value={asText(value)}
      onChange={(typed) => onChange(orNothing(typed))}
    />
  );
}
