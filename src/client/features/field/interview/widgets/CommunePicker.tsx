import { useEffect, useState } from 'react';
import {
  type Commune,
  provinces,
  THANH_HOA,
  thanhHoaCommunes,
} from '../../../../../domain/place/communes.ts';
import type { Place } from '../../../../../domain/place/place.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { SelectList } from '../../../../ui/Choices.tsx';
import styles from './widgets.module.css';

interface CommunePickerProps {
  readonly place: Place | undefined;
  readonly onChange: (part: Partial<Place>) => void;
}

/** Province, then commune, Thanh Hóa first. What is chosen folds away, so that the next question is near. */
export function CommunePicker({ place, onChange }: CommunePickerProps) {
  const t = useText('interview');
  const province = place?.province ?? THANH_HOA;
  const communes = useCommunes(province);
  const [changing, setChanging] = useState<'province' | 'commune'>();
  const provinceName = provinces.find((one) => one.code === province)?.name ?? province;
  const communeName = communes?.find((one) => one.code === place?.commune)?.name;
  const pickProvince = (code: string) => {
    setChanging(undefined);
    if (code !== place?.province) onChange({ province: code, commune: undefined });
  };
  if (changing === 'province') {
    const thanhHoaFirst = [...provinces].sort(
      (a, b) => Number(b.code === THANH_HOA) - Number(a.code === THANH_HOA),
    );
    return (
      <SelectList
        label={t('place.province')}
        choices={thanhHoaFirst.map(({ code, name }) => ({ value: code, label: name }))}
        value={province}
        onChange={pickProvince}
      />
    );
  }
  return (
    <>
      <div className={styles.chosen}>
        <span>
          <small>{t('place.province')}</small>
          {provinceName}
        </span>
        <Button variant="quiet" onClick={() => setChanging('province')}>
          {t('place.change')}
        </Button>
      </div>
      {communeName !== undefined && changing !== 'commune' ? (
        <div className={styles.chosen}>
          <span>
            <small>{t('place.commune')}</small>
            {communeName}
          </span>
          <Button variant="quiet" onClick={() => setChanging('commune')}>
            {t('place.change')}
          </Button>
        </div>
      ) : (
        <SelectList
          label={t('place.commune')}
          choices={(communes ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          value={place?.commune}
          onChange={(commune) => {
            setChanging(undefined);
            onChange({ province, commune });
          }}
        />
      )}
    </>
  );
}

function useCommunes(province: string): readonly Commune[] | undefined {
  const [elsewhere, setElsewhere] = useState<{
    readonly province: string;
    readonly communes: readonly Commune[];
  }>();
  useEffect(() => {
    if (province === THANH_HOA) return;
    let here = true;
    void import('../../../../../domain/place/all-communes.ts').then(({ communesOf }) => {
      if (here) setElsewhere({ province, communes: communesOf(province) });
    });
    return () => {
      here = false;
    };
  }, [province]);
  if (province === THANH_HOA) return thanhHoaCommunes;
  return elsewhere?.province === province ? elsewhere.communes : undefined;
}
