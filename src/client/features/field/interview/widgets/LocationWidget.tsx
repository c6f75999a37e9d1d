import { useState } from 'react';
import { LocationAnswer } from '../../../../../domain/procedure/contract/answers.ts';
import { formatAnswer } from '../../../../answers/format-answer.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice, Spinner } from '../../../../ui/Notices.tsx';
import { usePlaceNames } from '../../common/usePlaceNames.ts';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

/** Milliseconds a receiver may need under trees, without a network to help it. */
const PATIENCE = 60_000;

type State = 'resting' | 'searching' | 'refused' | 'not-found';

/** Where the tablet stands, by its own receiver; needs no network. Nothing is asked of the receiver before the press. */
export function LocationWidget({
  question,
  value,
  onChange,
  label,
  hint,
  labelHidden,
  problem,
  words,
}: WidgetProps<'location'>) {
  const t = useText('interview');
  const places = usePlaceNames();
  const [state, setState] = useState<State>('resting');
  const known = LocationAnswer.safeParse(value).data;
  const find = () => {
    setState('searching');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude, accuracy } = coords;
        onChange({ latitude, longitude, accuracy: Math.round(accuracy) });
        setState('resting');
      },
      (error) => setState(error.code === error.PERMISSION_DENIED ? 'refused' : 'not-found'),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 },
    );
  };
  return (
    <fieldset className={styles.stack}>
      <legend className={labelHidden ? 'visually-hidden' : undefined}>{label}</legend>
      {!labelHidden && hint !== undefined && <p>{hint}</p>}
      {known !== undefined && (
        <p className="numbers">
          <b>{formatAnswer(question, known, words, places)}</b>
        </p>
      )}
      {state === 'searching' && <Spinner label={t('location.searching')} />}
      {(state === 'refused' || state === 'not-found') && (
        <Notice tone="care">{t(`location.${state}`)}</Notice>
      )}
      {problem !== undefined && <Notice tone="problem">{problem}</Notice>}
      <div className={styles.tools}>
        <Button
          variant={known === undefined ? 'solid' : 'outline'}
          icon={<Icon name="search" />}
          busy={state === 'searching'}
          onClick={find}
        >
          {t(known === undefined ? 'location.find' : 'location.again')}
        </Button>
        {known !== undefined && (
          <Button variant="quiet" icon={<Icon name="erase" />} onClick={() => onChange(undefined)}>
            {t('location.remove')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
