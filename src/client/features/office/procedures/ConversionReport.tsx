import type { ConvertedXlsForm } from '../../../../contract/operations/procedures.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import styles from './Procedures.module.css';

/** What of a spreadsheet could not be carried over, by sheet, row and column; the sentences are in English. */
export function ConversionReport({ report }: { readonly report: ConvertedXlsForm['report'] }) {
  const t = useText('office');
  if (report.length === 0) return null;
  const isRefused = report.some(({ severity }) => severity === 'error');
  return (
    <Notice
      tone={isRefused ? 'problem' : 'care'}
      title={t('procedures.notCarried', { count: report.length })}
    >
      <ul className={styles.findings}>
        {report.map(({ sheet, row, column, message }) => (
          <li key={`${sheet} ${row} ${column} ${message}`}>
            {t('procedures.cell', { sheet, row: row ?? '–', column: column === '' ? '–' : column })}{' '}
            <span lang="en">{message}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
