import { useEffect, useState } from 'react';
import { findCommune, THANH_HOA } from '../../../../../domain/place/communes.ts';
import { Place } from '../../../../../domain/place/place.ts';
import { saidChoice } from '../../../../answers/said-choice.ts';
import { useText } from '../../../../i18n/useText.ts';
import { ChoiceCards } from '../../../../ui/Choices.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { useDevice } from '../../common/services.ts';
import { CommunePicker } from './CommunePicker.tsx';
import { CountryPicker } from './CountryPicker.tsx';
import { drawnPlaces } from './drawn-answers.ts';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

type Where = 'here' | 'elsewhere' | 'abroad';

/**
 * One touch says "this commune"; only elsewhere is there anything to look up. Then the village, which people name first,
 * and house, road or health station where it matters. Nothing counts as answered before it was touched.
 */
export function PlaceWidget({ question, value, onChange, ...field }: WidgetProps<'place'>) {
  const t = useText('interview');
  const device = useDevice();
  const parsed = Place.safeParse(value);
  const place = parsed.success ? parsed.data : undefined;
  const here = device?.commune;
  const [touched, setTouched] = useState<Where>();
  const where = touched ?? whereIs(place, here?.code);
  // Village and house follow once it is known where they are.
  const isPlaced = where === 'elsewhere' ? place?.commune !== undefined : where !== undefined;
  const change = (part: Partial<Place>) => onChange(tidy({ ...place, ...part }));
  const choose = (next: Where) => {
    setTouched(next);
    const kept = place?.detail === undefined ? {} : { detail: place.detail };
    if (next === 'here' && here !== undefined) {
      const province = findCommune(here.code)?.province ?? THANH_HOA;
      onChange(
        tidy({
          ...kept,
          ...(place?.village ? { village: place.village } : {}),
          province,
          commune: here.code,
        }),
      );
    } else onChange(tidy(kept));
  };
  // A touch may be quicker than the disk that knows the commune; what "here" says is added as soon as it is known.
  useEffect(() => {
    if (touched === 'here' && here !== undefined && place?.commune !== here.code) choose('here');
  });
  return (
    <div className={styles.stack}>
      <ChoiceCards
        label={field.label}
        hint={field.hint}
        labelHidden={field.labelHidden}
        problem={field.problem}
        choices={[
          {
            value: 'here',
            label: here?.name ?? t('place.here'),
            hint: t('place.hereHint'),
            drawing: drawnPlaces.here,
          },
          { value: 'elsewhere', ...saidChoice(t, 'place.elsewhere'), drawing: drawnPlaces.elsewhere },
          ...(question.abroadAllowed
            ? [{ value: 'abroad', ...saidChoice(t, 'place.abroad'), drawing: drawnPlaces.abroad }]
            : []),
        ]}
        value={where}
        onChange={(next) => choose(next === 'here' || next === 'abroad' ? next : 'elsewhere')}
      />
      {where === 'elsewhere' && <CommunePicker place={place} onChange={change} />}
      {where === 'abroad' && (
        <CountryPicker
          country={place?.country}
          onChange={(country) => onChange(tidy({ country, detail: place?.detail }))}
        />
      )}
      {isPlaced && where !== 'abroad' && (
        <TextField
          label={t('place.village')}
          value={place?.village ?? ''}
          maxLength={120}
          onChange={(village) => change({ village })}
        />
      )}
      {isPlaced && (
        <TextField
          label={question.detailRequired ? t('place.detail') : t('place.detailOptional')}
          value={place?.detail ?? ''}
          maxLength={200}
          onChange={(detail) => change({ detail })}
        />
      )}
    </div>
  );
}

function whereIs(place: Place | undefined, here: string | undefined): Where | undefined {
  if (place === undefined) return undefined;
  if (place.country !== undefined) return 'abroad';
  return place.commune !== undefined && place.commune === here ? 'here' : 'elsewhere';
}

/** Without the parts that say nothing; a place of which nothing is said is no answer. */
function tidy(place: { readonly [Part in keyof Place]?: Place[Part] | undefined }): Place | undefined {
  const said = Object.entries(place).filter(([, part]) => part !== undefined && part !== '');
  const parsed = Place.safeParse(Object.fromEntries(said));
  return said.length > 0 && parsed.success ? parsed.data : undefined;
}
