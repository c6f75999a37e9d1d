import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { Summary } from '../../../storage/model.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import { useSession } from '../common/services.ts';
import { stateOfSupplement } from '../common/work/supplement-state.ts';
import { useKeptWork } from '../common/work/useKeptWork.ts';

/** What the office asked for of this dossier, and what went to it since; of a supplement, the dossier it belongs to. */
export function Supplements({ summary: { submission } }: { readonly summary: Summary }) {
  const t = useText('supplement');
  const { records } = useSession();
  const kept = useKeptWork();
  const entries = records.listEntries();
  const { supplements } = submission;
  if (supplements !== undefined) {
    const isHere = entries.some(({ id }) => id === supplements.dossierId);
    const arrivedAt = kept?.work.supplements.find(({ id }) => id === supplements.requestId)?.arrivedAt;
    return (
      <Notice
        title={t('summary.title')}
        action={
          isHere && <LinkButton href={`/summary/${supplements.dossierId}`}>{t('summary.dossier')}</LinkButton>
        }
      >
        <p>{t('summary.ofDossier')}</p>
        {arrivedAt && <p>{t('summary.arrived', { at: formatDateTime(arrivedAt) })}</p>}
      </Notice>
    );
  }
  const sent = entries.filter(
    (entry) => entry.state === 'finished' && entry.supplements?.dossierId === submission.id,
  );
  const asked = (kept?.work.supplements ?? []).filter(
    (one) =>
      one.dossierId === submission.id && ['to-do', 'begun'].includes(stateOfSupplement(one, entries).kind),
  );
  return (
    <>
      {asked.map(({ id, reason }) => (
        <Notice
          key={id}
          tone="care"
          title={t('summary.asked')}
          action={<LinkButton href={`/work/supplement/${id}`}>{t('summary.toDo')}</LinkButton>}
        >
          {reason}
        </Notice>
      ))}
      {sent.map(({ id, updatedAt }) => (
        <Notice
          key={id}
          tone="good"
          title={t('summary.sent', { at: formatDateTime(updatedAt) })}
          action={<LinkButton href={`/summary/${id}`}>{t('summary.look')}</LinkButton>}
        />
      ))}
    </>
  );
}
