import { type CardKind, cardIssuers, cardKinds } from '../../../../../domain/citizen/card-issuers.ts';
import { useText } from '../../../../i18n/useText.ts';
import { ChoiceCards } from '../../../../ui/Choices.tsx';

interface IssuerQuestionProps {
  readonly value: CardKind | undefined;
  readonly onChange: (kind: CardKind) => void;
}

/** Neither the code nor the lines say which card it is; who issued it, as printed, does. May be left open. */
export function IssuerQuestion({ value, onChange }: IssuerQuestionProps) {
  const t = useText('card');
  return (
    <ChoiceCards
      label={t('issuer.title')}
      hint={t('issuer.hint')}
      choices={cardKinds.map((kind) => ({
        value: kind,
        label: cardIssuers[kind],
        hint: t(`issuer.${kind}`),
      }))}
      value={value}
      onChange={(chosen) => {
        const kind = cardKinds.find((one) => one === chosen);
        if (kind !== undefined) onChange(kind);
      }}
    />
  );
}
