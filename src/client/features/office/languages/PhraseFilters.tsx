import { useText } from '../../../i18n/useText.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import styles from './Languages.module.css';
import { asPhraseState, PHRASE_STATES, type PhraseState } from './language-queries.ts';

interface PhraseFiltersProps {
  readonly places: readonly {
    readonly where: string;
    readonly phrases: number;
    readonly texts: number;
    readonly voices: number;
  }[];
  readonly where: string;
  readonly state: PhraseState;
  readonly onWhere: (where: string) => void;
  readonly onState: (state: PhraseState) => void;
}

/** Where phrases are met and how far they are. */
export function PhraseFilters({ places, where, state, onWhere, onState }: PhraseFiltersProps) {
  const t = useText('office-languages');
  const procedures = useText(['office-languages', ...places.map((place) => `procedures/${place.where}`)]);
  const nameOf = (place: string) =>
    t.find(`place.${place}`) ?? procedures.find(`procedures/${place}:name`) ?? place;
  return (
    <div className={styles.filters}>
      <SelectField
        label={t('where')}
        value={where}
        onChange={onWhere}
        options={[
          { value: '', label: t('everywhere') },
          ...places.map((place) => ({
            value: place.where,
            label: t('placeLine', { ...place, name: nameOf(place.where) }),
          })),
        ]}
      />
      <SelectField
        label={t('state.label')}
        value={state}
        onChange={(text) => onState(asPhraseState(text))}
        options={PHRASE_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
    </div>
  );
}
