import type { ConvertedXlsForm } from '../../../../contract/operations/procedures.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import styles from './Procedures.module.css';

interface ConversionReportProps {
  readonly report: ConvertedXlsForm['report'];
  /** Nothing came of the spreadsheet at all. */
  readonly isRefused: boolean;
}

/** Why a spreadsheet was refused, or what of it could not be carried over: by sheet, row and column. */
export function ConversionReport({ report, isRefused }: ConversionReportProps) {
  const t = useText('office');
  if (report.length === 0) return null;
  const title = isRefused
    ? t('procedures.refusedFile')
    : t('procedures.notCarried', { count: report.length });
  return (
    <Notice tone={isRefused ? 'problem' : 'care'} title={title}>
      <ul className={styles.findings}>
        {report.map(({ sheet, row, column, message }) => (
          <li key={`${sheet} ${row} ${column} ${message}`}>
            {sheet !== '' && (
              <b>{t('procedures.cell', { sheet, row: row ?? '–', column: column === '' ? '–' : column })}</b>
            )}{' '}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
