import { Suspense } from 'react';
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

/** Where phrases are met and how far they are. Procedures are called by their ids until their names have come. */
export function PhraseFilters(props: PhraseFiltersProps) {
  return (
    <Suspense fallback={<Filters {...props} nameOf={(place) => place} />}>
      <NamedFilters {...props} />
    </Suspense>
  );
}

function NamedFilters(props: PhraseFiltersProps) {
  const t = useText('office-languages');
  const procedures = props.places.flatMap(({ where }) =>
    t.find(`place.${where}`) === undefined ? [`procedures/${where}`] : [],
  );
  const names = useText(['office-languages', ...procedures]);
  return <Filters {...props} nameOf={(place) => names.find(`procedures/${place}:name`) ?? place} />;
}

function Filters({
  places,
  where,
  state,
  onWhere,
  onState,
  nameOf,
}: PhraseFiltersProps & { readonly nameOf: (place: string) => string }) {
  const t = useText('office-languages');
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
            label: t('placeLine', {
              ...place,
              name: t.find(`place.${place.where}`) ?? nameOf(place.where),
            }),
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
