import type { FeeRule } from '../../../../domain/procedure/definition.ts';
import { sayFee } from '../../../answers/say-facts.ts';
import { useText } from '../../../i18n/useText.ts';
import { MoneySeen } from './MoneySeen.tsx';

interface FeeSeenProps {
  readonly fee: FeeRule;
  /** What the answers make of it, where the engine could compute it. */
  readonly dong?: number | undefined;
}

/** A fee as a citizen meets it: an amount with its words and notes, anything else in a sentence. */
export function FeeSeen({ fee, dong }: FeeSeenProps) {
  const answers = useText('answers');
  const t = useText('seen');
  const amount = fee.kind === 'amount' ? fee.dong : fee.kind === 'computed' ? dong : undefined;
  if (amount === undefined || amount <= 0) return sayFee(fee, dong, answers);
  return (
    <>
      <MoneySeen dong={amount} />
      {fee.confirmed === false && <small>{t('money.unconfirmed')}</small>}
    </>
  );
}
