import { Link } from 'wouter';
import type { DossierLine } from '../../../../contract/operations/office.ts';
import { civilDate, formatDate, formatMoment } from '../../../i18n/formats.ts';
import { type Text, useText } from '../../../i18n/useText.ts';
import styles from './DossierLineLink.module.css';
import { type Pressing, pressingOf } from './due.ts';
import pane from './ListPane.module.css';
import { useNow } from './useNow.ts';
import { useProcedureName } from './useProcedureName.ts';

interface DossierLineLinkProps {
  readonly line: DossierLine;
  readonly href: string;
  readonly isOpen?: boolean;
  readonly isFresh?: boolean;
}

/** One dossier of a list: the person first, by whom officers look for it, then procedure, village and tablet, when it came and when its result is due. */
export function DossierLineLink({ line, href, isOpen = false, isFresh = false }: DossierLineLinkProps) {
  const t = useText('office');
  const common = useText('common');
  const name = useProcedureName(line.procedureId, line.procedureVersion);
  const now = useNow();
  const pressing = pressingOf(line, civilDate(now));
  const missing = line.attachments.expected - line.attachments.stored;
  return (
    <Link
      href={href}
      className={`${pane.line} ${styles.line}`}
      data-line
      {...(isOpen ? { 'aria-current': 'true' as const } : {})}
    >
      <b className={styles.what}>
        {isFresh && <span className={styles.fresh}>{t('queue.fresh')}</span>}
        {line.subjectName}
      </b>
      <span className={styles[pressing.kind]}>{sayPressing(pressing, t)}</span>
      <span className={styles.where}>
        {name}
        {line.village !== null && <> · {line.village}</>}
        {missing > 0 && <span className={styles.awaited}>{t('queue.awaited', { count: missing })}</span>}
      </span>
      <time className={styles.when} dateTime={line.receivedAt}>
        {formatMoment(line.receivedAt, now, common)}
      </time>
      <span className={styles.code}>
        {line.officialCode ?? line.provisionalReference} ·{' '}
        {t('queue.fromDevice', { device: line.deviceName })}
        {line.heldBy !== null && <> · {line.heldBy.name}</>}
      </span>
    </Link>
  );
}

function sayPressing(pressing: Pressing, t: Text): string {
  switch (pressing.kind) {
    case 'late':
      return t('due.late', { count: pressing.days });
    case 'later':
      return t('due.on', { date: formatDate(pressing.date).slice(0, 5) });
    case 'ended':
      return t(`status.${pressing.status}`);
    case 'today':
    case 'tomorrow':
    case 'paused':
    case 'not-counted':
      return t(`due.${pressing.kind}`);
  }
}
