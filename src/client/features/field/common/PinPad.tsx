import { NumberPad } from '../../../ui/NumberPad.tsx';
import { PIN_LENGTH, PIN_MAX_LENGTH } from '../../../vault/pin-rules.ts';

interface PinPadProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly onEnter: () => void;
  readonly disabled?: boolean;
  readonly problem?: string | undefined;
}

/** The number pad with the lengths a PIN may have. */
export function PinPad(props: PinPadProps) {
  return <NumberPad {...props} minLength={PIN_LENGTH} maxLength={PIN_MAX_LENGTH} />;
}
