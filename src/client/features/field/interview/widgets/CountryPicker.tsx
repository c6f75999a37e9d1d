import { useLanguage } from '../../../../i18n/useLanguage.ts';
import { useText } from '../../../../i18n/useText.ts';
import { SelectList } from '../../../../ui/Choices.tsx';
import { listCountries } from './countries.ts';

interface CountryPickerProps {
  readonly country: string | undefined;
  readonly onChange: (country: string) => void;
}

export function CountryPicker({ country, onChange }: CountryPickerProps) {
  const t = useText('interview');
  const language = useLanguage();
  return (
    <SelectList
      label={t('place.country')}
      choices={listCountries(language).map(({ code, name }) => ({ value: code, label: name }))}
      value={country}
      onChange={onChange}
    />
  );
}
