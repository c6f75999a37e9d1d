import type { DossierAction, DossierDetail } from '../../../../contract/operations/office.ts';
import { formatDate, formatDateTime } from '../../../i18n/formats.ts';
import { type Text, useText } from '../../../i18n/useText.ts';
import styles from './DossierHistory.module.css';
import { readAct } from './read-act.ts';

/** What happened, by whom and when, the first first; with the reasons that were given. */
export function DossierHistory({ history }: { readonly history: DossierDetail['history'] }) {
  const t = useText('office');
  const acts = useText('office-acts');
  return (
    <section className={styles.history}>
      <h2>{t('history.title')}</h2>
      <ol>
        {history.map((one) => (
          <li key={one.id}>
            <b>{t(`history.action.${one.action}`)}</b>
            <span>
              {one.byName}
              {one.deviceName !== null && <> · {one.deviceName}</>}
            </span>
            <time dateTime={one.at}>{formatDateTime(one.at)}</time>
            <Said said={sayDetail(one, acts)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Said({ said }: { readonly said: readonly string[] }) {
  return said.map((line) => (
    <p key={line} className={styles.said}>
      {line}
    </p>
  ));
}

/** The words that came with an act: reasons and notes as they were written, choices in the screen's words. */
function sayDetail(action: DossierAction, t: Text): string[] {
  const act = readAct(action);
  const { to, assignedToName } = action.detail;
  const written =
    act === undefined
      ? []
      : [
          'reason' in act ? act.reason : '',
          'note' in act ? act.note : '',
          act.kind === 'request-payment'
            ? t('said.payment', { amount: act.amount.toLocaleString('vi-VN'), forWhat: act.forWhat })
            : '',
          act.kind === 'confirm-payment' && act.receiptNumber !== ''
            ? t('said.receipt', { number: act.receiptNumber })
            : '',
          act.kind === 'extend' ? t('said.until', { date: formatDate(act.until) }) : '',
          act.kind === 'stop' ? t(`ground.${act.ground}`) : '',
          act.kind === 'return-result'
            ? `${act.takenBy} · ${t(`as.${act.as}`)} · ${t(`signedBy.${act.signedBy}`)}`
            : '',
        ];
  const forwarded = typeof to === 'string' ? [t('said.to', { department: to })] : [];
  const assigned = typeof assignedToName === 'string' ? [t('said.goes', { name: assignedToName })] : [];
  return [...forwarded, ...assigned, ...written].filter((line) => line !== '');
}
