import { useText } from '../../../../i18n/useText.ts';
import { TextField } from '../../../../ui/TextField.tsx';
import { useHalfTyped } from './half-typed.ts';
import type { WidgetProps } from './widget-props.ts';

/** A number by the number pad; anything else typed stays on the screen and is not an answer. */
export function NumberWidget({ question, value, onChange, ...words }: WidgetProps<'number'>) {
  const t = useText('interview');
  const [typed, setTyped] = useHalfTyped(question.id, typeof value === 'number' ? String(value) : '');
  const read = (text: string) =>
    /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
  const isWrong = typed !== '' && read(typed) === undefined;
  return (
    <TextField
      label={words.label}
      hint={words.hint}
      labelHidden={words.labelHidden}
      problem={isWrong ? t('number.notANumber') : words.problem}
      inputMode={question.integer ? 'numeric' : 'decimal'}
      digits="large"
      maxLength={12}
      value={typed}
      onChange={(text) => {
        const next = text.trim();
        setTyped(next);
        onChange(read(next));
      }}
    />
  );
}
