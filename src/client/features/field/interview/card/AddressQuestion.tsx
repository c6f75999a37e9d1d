import { useState } from 'react';
import type { Place } from '../../../../../domain/place/place.ts';
import type { ReadAddress } from '../../../../../domain/place/read-address.ts';
import { useText } from '../../../../i18n/useText.ts';
import { ChoiceCards } from '../../../../ui/Choices.tsx';
import { usePlaceNames } from '../../common/usePlaceNames.ts';
import { CommunePicker } from '../widgets/CommunePicker.tsx';
import styles from './card.module.css';

interface AddressQuestionProps {
  /** As printed. */
  readonly line: string;
  readonly address: Exclude<ReadAddress, { kind: 'place' }>;
  readonly value: Place | undefined;
  readonly onChange: (place: Place | undefined) => void;
}

const OTHER = 'other';

/** Which commune of today the printed line means, where it does not say so itself. May be left open. */
export function AddressQuestion({ line, address, value, onChange }: AddressQuestionProps) {
  const t = useText('card');
  const names = usePlaceNames();
  const [isOther, setOther] = useState(false);
  const choices = address.kind === 'ask' ? address.choices : [];
  const start = address.kind === 'province' ? { province: address.province } : undefined;
  return (
    <div className={styles.address}>
      <p>
        {t('address.printed')} <b lang="vi">{line}</b>
      </p>
      {choices.length > 0 && (
        <ChoiceCards
          label={t('address.which')}
          hint={t('address.whichHint')}
          choices={[
            ...choices.map(({ commune = '', village }) => ({
              value: commune,
              label: names.commune(commune) ?? commune,
              hint: village,
            })),
            { value: OTHER, label: t('address.other') },
          ]}
          value={isOther ? OTHER : value?.commune}
          onChange={(chosen) => {
            setOther(chosen === OTHER);
            onChange(choices.find(({ commune }) => commune === chosen));
          }}
        />
      )}
      {(choices.length === 0 || isOther) && (
        <>
          {choices.length === 0 && (
            <div>
              <h2>{t('address.pick')}</h2>
              <p className={styles.hint}>{t('address.pickHint')}</p>
            </div>
          )}
          <CommunePicker
            place={value ?? start}
            onChange={({ province, commune }) =>
              onChange({
                ...(province === undefined ? {} : { province }),
                ...(commune === undefined ? {} : { commune }),
              })
            }
          />
        </>
      )}
    </div>
  );
}
