import { useState } from 'react';
import type { AnswerValue } from '../../../../../domain/procedure/contract/answers.ts';
import { TextField } from '../../../../ui/TextField.tsx';

interface NumberPreviewProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue | undefined) => void;
}

/** Comma or point for the fraction; what is not a number yet is no answer yet, and stays typed. */
export function NumberPreview({ value, onChange, ...field }: NumberPreviewProps) {
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  return (
    <TextField
      {...field}
      inputMode="decimal"
      digits
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const number = Number(text.replace(',', '.'));
        onChange(text.trim() === '' || !Number.isFinite(number) ? undefined : number);
      }}
    />
  );
}
