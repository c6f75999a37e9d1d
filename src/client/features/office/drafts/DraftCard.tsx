import type { CommuneDraft } from '../../../../contract/operations/drafts.ts';
import { civilDate, formatDateTime } from '../../../i18n/formats.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { StatusPill } from '../../../ui/Notices.tsx';

interface DraftCardProps {
  readonly draft: CommuneDraft;
  readonly now: Date;
  readonly onMove: () => void;
}

/** One draft: procedure, who has it, on which tablet it was saved, and how long ago. */
export function DraftCard({ draft, now, onMove }: DraftCardProps) {
  const t = useText('office');
  const procedure = useProcedureText(draft.procedureId);
  const { handedOver } = draft;
  const days = (Date.parse(civilDate(now)) - Date.parse(civilDate(draft.updatedAt))) / 86_400_000;
  return (
    <li>
      <h2>{procedure.find('name') ?? draft.procedureId}</h2>
      <dl>
        <div>
          <dt>{t('drafts.holder')}</dt>
          <dd>{draft.holder.displayName}</dd>
        </div>
        <div>
          <dt>{t('drafts.tablet')}</dt>
          <dd>{draft.tabletName}</dd>
        </div>
        <div>
          <dt>{t('drafts.savedAt')}</dt>
          <dd>
            {formatDateTime(draft.updatedAt)} ·{' '}
            {days === 0 ? t('drafts.today') : t('drafts.days', { count: days })}
          </dd>
        </div>
      </dl>
      {handedOver !== null && (
        <StatusPill state={handedOver.taken ? 'good' : 'off'}>
          {t(handedOver.taken ? 'drafts.taken' : 'drafts.handedOver', {
            from: handedOver.fromName,
            by: handedOver.byName,
            at: formatDateTime(handedOver.at),
          })}
        </StatusPill>
      )}
      {draft.allowed.includes('hand-over') && (
        <div>
          <Button size="small" onClick={onMove}>
            {t('drafts.move')}
          </Button>
        </div>
      )}
    </li>
  );
}
