import { Link } from 'wouter';
import type { LogbookLine } from '../../../../contract/operations/logbook.ts';
import { formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import styles from './LogbookRoom.module.css';

const COLUMNS = ['number', 'dossier', 'applicant', 'receivedAt', 'dueAt', 'returned'] as const;

interface LogbookTableProps {
  readonly lines: readonly LogbookLine[];
  /** First and last day of receipt that were asked for, as YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** More lines follow that were not fetched. */
  readonly goesOn: boolean;
}

/**
 * The book's lines; the file has every column of the form, the screen those that are looked for. Printed, it says of which days
 * it is and whether it is all of them.
 */
export function LogbookTable({ lines, from, to, goesOn }: LogbookTableProps) {
  const t = useText('office-papers');
  const days = { from: formatDate(from), to: formatDate(to) };
  return (
    <div className={styles.scroll} data-print="">
      <table>
        <caption>
          <b>{t('logbook.title')}</b> · {t('logbook.onPaper', days)}
        </caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`logbook.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.dossierId} line={line} />
          ))}
        </tbody>
      </table>
      {goesOn && <p className={styles.goesOn}>{t('logbook.goesOn')}</p>}
    </div>
  );
}

function Row({ line }: { readonly line: LogbookLine }) {
  const moment = (instant: string | null) => (instant === null ? '—' : formatDateTime(instant));
  return (
    <tr>
      <td>
        {line.number}/{line.book}
      </td>
      <td>
        <Link href={`/queue/all/${line.dossierId}`}>{line.officialCode}</Link>
        <br />
        {line.procedureName}
        {line.note !== '' && <> · {line.note}</>}
      </td>
      <td>
        <b>{line.applicant}</b>
        <br />
        {line.reach}
      </td>
      <td>{moment(line.receivedAt)}</td>
      <td>{moment(line.dueAt)}</td>
      <td>
        {moment(line.returnedAt)}
        {line.signedFor !== '' && (
          <>
            <br />
            {line.signedFor}
          </>
        )}
      </td>
    </tr>
  );
}
