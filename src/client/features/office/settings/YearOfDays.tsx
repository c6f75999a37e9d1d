import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { DayList } from './DayList.tsx';
import type { Settings } from './settings.ts';
import styles from './YearOfDays.module.css';

type Year = Settings['years'][number];

/** One year's days off and days worked instead; a year before its official announcement says that it is provisional. */
export function YearOfDays({
  year,
  onChange,
}: {
  readonly year: Year;
  readonly onChange: (year: Year) => void;
}) {
  const t = useText('office');
  const name = String(year.year);
  return (
    <details className={styles.year} open={year.status === 'provisional'}>
      <summary>
        <b className="numbers">{name}</b>
        <span>{t('settings.dayCounts', { off: year.off.length, makeup: year.makeup.length })}</span>
        <span className={styles[year.status]}>{t(`settings.yearStatus.${year.status}`)}</span>
      </summary>
      <div className={styles.body}>
        {year.status === 'provisional' && (
          <Notice tone="care" title={t('settings.provisional', { year: name })} />
        )}
        <TickBox
          checked={year.status === 'confirmed'}
          onChange={(isConfirmed) => onChange({ ...year, status: isConfirmed ? 'confirmed' : 'provisional' })}
        >
          {t('settings.yearConfirmed', { year: name })}
        </TickBox>
        <TextField
          label={t('settings.source')}
          hint={t('settings.sourceHint')}
          value={year.source}
          onChange={(source) => onChange({ ...year, source })}
          maxLength={300}
        />
        <DayList year={year.year} kind="off" days={year.off} onChange={(off) => onChange({ ...year, off })} />
        <DayList
          year={year.year}
          kind="makeup"
          days={year.makeup}
          onChange={(makeup) => onChange({ ...year, makeup })}
        />
      </div>
    </details>
  );
}
