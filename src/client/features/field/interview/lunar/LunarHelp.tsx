import { useState } from 'react';
import { nameOfLunarYear } from '../../../../../domain/calendar/lunar-year-name.ts';
import { displayPartial } from '../../../../../domain/citizen/partial-date.ts';
import { saidChoice } from '../../../../answers/said-choice.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { ChoiceCards } from '../../../../ui/Choices.tsx';
import { DateFields, type DateParts } from '../../../../ui/DateFields.tsx';
import { Dialog } from '../../../../ui/Dialog.tsx';
import { Drawing } from '../../../../ui/drawings/Drawing.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import styles from './LunarHelp.module.css';
import { type FromLunar, fromLunar, type LunarDate, leapMonthOf, type SolarDate } from './lunar-calendar.ts';

/** From here on the country reckons at UTC+7; papers of before may follow other calendars. */
const RECKONED_SINCE = 1968;

interface LunarHelpProps {
  readonly onTake: (solar: SolarDate, lunar: LunarDate) => void;
  readonly onClose: () => void;
}

/** Day, month and year as elders say them, and the solar date that they are; nothing is taken over before it is confirmed. */
export function LunarHelp({ onTake, onClose }: LunarHelpProps) {
  const t = useText('seen');
  const [typed, setTyped] = useState<DateParts>({ day: '', month: '', year: '' });
  const [leap, setLeap] = useState<boolean>();
  const year = typed.year.length === 4 ? Number(typed.year) : undefined;
  const month = Number(typed.month);
  const isTwice = year !== undefined && month > 0 && leapMonthOf(year) === month;
  const lunar: LunarDate | undefined =
    year === undefined || typed.day === '' || typed.month === '' || (isTwice && leap === undefined)
      ? undefined
      : { year, month, day: Number(typed.day), leap: isTwice && leap === true };
  const read: FromLunar | undefined = lunar === undefined ? undefined : fromLunar(lunar);
  const solar = read?.kind === 'date' ? read.date : undefined;
  return (
    <Dialog
      title={t('lunar.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('lunar.leave')}</Button>
          <Button
            variant="solid"
            icon={<Icon name="check" />}
            disabled={solar === undefined}
            onClick={() => solar !== undefined && lunar !== undefined && onTake(solar, lunar)}
          >
            {t('lunar.take')}
          </Button>
        </>
      }
    >
      <DateFields
        label={t('lunar.box')}
        labelHidden
        hint={t('lunar.hint')}
        problem={read !== undefined && read.kind !== 'date' ? t(`lunar.${read.kind}`) : undefined}
        value={typed}
        onChange={(next) => {
          setTyped(next);
          if (next.month !== typed.month || next.year !== typed.year) setLeap(undefined);
        }}
        called={{ day: t('lunar.day'), month: t('lunar.month'), year: t('lunar.year') }}
        large
      />
      {year !== undefined && (
        <p className={styles.name}>{t('lunar.yearName', { name: nameOfLunarYear(year) })}</p>
      )}
      {isTwice && (
        <ChoiceCards
          label={t('lunar.which', { month })}
          choices={[
            {
              value: 'usual',
              ...saidChoice(t, 'lunar.usual', { month }),
              drawing: 'first-of-two-moons',
            },
            { value: 'leap', ...saidChoice(t, 'lunar.leap', { month }), drawing: 'second-of-two-moons' },
          ]}
          value={leap === undefined ? undefined : leap ? 'leap' : 'usual'}
          onChange={(which) => setLeap(which === 'leap')}
        />
      )}
      <div role="status">
        {solar !== undefined && (
          <div className={styles.result}>
            <Drawing name="calendar" size={64} />
            <p>
              {t('lunar.result')}
              <b className="numbers">{displayPartial(solar)}</b>
            </p>
          </div>
        )}
        {solar !== undefined && solar.year < RECKONED_SINCE && (
          <Notice tone="care">{t('lunar.beforeTables')}</Notice>
        )}
      </div>
    </Dialog>
  );
}
