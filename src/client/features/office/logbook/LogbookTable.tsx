import { Link } from 'wouter';
import type { LogbookLine } from '../../../../contract/operations/logbook.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import styles from './LogbookRoom.module.css';

const COLUMNS = ['number', 'dossier', 'applicant', 'receivedAt', 'dueAt', 'returned'] as const;

/** The book's lines; the file has every column of the form, the screen those that are looked for. */
export function LogbookTable({ lines }: { readonly lines: readonly LogbookLine[] }) {
  const t = useText('office-papers');
  return (
    <div className={styles.scroll}>
      <table>
        <caption className="visually-hidden">{t('logbook.title')}</caption>
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
