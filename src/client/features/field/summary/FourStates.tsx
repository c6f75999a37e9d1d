import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { OfficeState, OutboxAttachment, OutboxEnvelope, Summary } from '../../../storage/model.ts';
import { isReplaced } from '../../../storage/replaced.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { StatusPill } from '../../../ui/Notices.tsx';
import { dayOfRules } from '../common/evaluate-draft.ts';
import { pillOf } from '../common/office-words.ts';
import { papersSaid } from '../common/papers/papers-said.ts';
import styles from './Summary.module.css';

interface FourStatesProps {
  readonly summary: Summary;
  readonly definition: ProcedureDefinition;
  readonly office: OfficeState | undefined;
  readonly envelope: Omit<OutboxEnvelope, 'bytes'> | undefined;
  readonly attachments: readonly OutboxAttachment[];
}

/** Sending, the office's business, money, paper: each says only what is known of itself. */
export function FourStates({ summary, definition, office, envelope, attachments }: FourStatesProps) {
  const t = useText('interview');
  const sending = sayOfSending(envelope, attachments);
  const { answers, finishedAt } = summary.submission;
  const atHome = papersSaid(definition, answers, dayOfRules(summary, civilDate(finishedAt))).filter(
    ({ paper }) => paper === 'at-home',
  ).length;
  const status = office?.kind === 'dossier' ? office.status : undefined;
  const isToPay = status === 'payment-requested';
  // What the answers said of papers was said before the office asked for more; a supplement speaks of what was brought since.
  const isToBring = status === 'supplement-requested' && summary.submission.supplements === undefined;
  const troubled =
    sending.text === 'attention'
      ? [envelope, ...attachments].find((row) => row?.state === 'attention')
      : undefined;
  return (
    <section className={styles.states} aria-label={t('states.title')}>
      <div>
        <h2>{t('states.sync')}</h2>
        <StatusPill state={sending.pill}>
          {t(`states.sync-${sending.text}`, { count: sending.left })}
        </StatusPill>
        {troubled?.attention !== undefined && (
          <>
            <p>{t(`states.attention.${troubled.attention}`)}</p>
            <LinkButton href={`/attention/${summary.submission.id}`}>{t('states.waysOn')}</LinkButton>
          </>
        )}
      </div>
      <div>
        <h2>{t('states.business')}</h2>
        <StatusPill state={pillOf(office)}>
          {office === undefined
            ? t('states.noWordYet')
            : office.kind === 'account'
              ? t(`office.account.${office.state}`)
              : t(`office.status.${office.status}`)}
        </StatusPill>
      </div>
      <div>
        <h2>{t('states.finance')}</h2>
        <StatusPill state={isToPay ? 'attention' : 'off'}>
          {t(isToPay ? 'states.finance-asked' : 'states.finance-none')}
        </StatusPill>
      </div>
      <div>
        <h2>{t('states.paper')}</h2>
        <StatusPill state={atHome > 0 || isToBring ? 'attention' : 'off'}>
          {t(`states.paper-${isToBring ? 'asked' : atHome > 0 ? 'toBring' : 'none'}`, { count: atHome })}
        </StatusPill>
      </div>
    </section>
  );
}

function sayOfSending(
  envelope: FourStatesProps['envelope'],
  attachments: readonly OutboxAttachment[],
): {
  readonly pill: 'off' | 'good' | 'attention';
  readonly text: 'waiting' | 'photos' | 'received' | 'mended' | 'attention';
  readonly left: number;
} {
  if (envelope !== undefined && isReplaced(envelope)) return { pill: 'off', text: 'mended', left: 0 };
  const left = attachments.filter(({ state }) => state === 'waiting').length;
  if (envelope?.state === 'attention' || attachments.some(({ state }) => state === 'attention')) {
    return { pill: 'attention', text: 'attention', left };
  }
  if (envelope?.state === 'waiting') return { pill: 'off', text: 'waiting', left };
  return left > 0 ? { pill: 'off', text: 'photos', left } : { pill: 'good', text: 'received', left };
}
