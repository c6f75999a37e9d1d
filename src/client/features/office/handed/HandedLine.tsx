import { Link } from 'wouter';
import type { HandedItem } from '../../../../contract/operations/handed-items.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { StatusPill } from '../../../ui/Notices.tsx';
import pane from '../common/ListPane.module.css';
import styles from './Handed.module.css';

/** One line: why, who handed it over and from which tablet, and where it stands. */
export function HandedLine({ item, isOpen }: { readonly item: HandedItem; readonly isOpen: boolean }) {
  const t = useText('office');
  return (
    <li>
      <Link
        href={`/handed/${item.id}`}
        className={`${pane.line} ${styles.line}`}
        {...(isOpen ? { 'aria-current': 'true' as const } : {})}
      >
        <b>{t(`handed.reason.${item.reason}`)}</b>
        <span>
          {item.staffName} · {item.deviceName} · {formatDateTime(item.handedAt)}
        </span>
        <StatusPill state={item.state === 'waiting' ? 'attention' : 'good'}>
          {t(`handed.state.${item.state}`)}
        </StatusPill>
      </Link>
    </li>
  );
}
