import { useText } from '../../../../i18n/useText.ts';
import { LinkButton } from '../../../../ui/Button.tsx';
import { Notice, StatusPill } from '../../../../ui/Notices.tsx';
import { useServices, useSession, useStored } from '../services.ts';
import { findGivenAway, findOffered } from './given-away.ts';
import styles from './Kept.module.css';

/** Under the list of drafts: how many the office keeps as well, and what a colleague has given. Says nothing when there is nothing. */
export function KeptLine() {
  const t = useText('backup');
  const { storage } = useServices();
  const { vault, records } = useSession();
  const known = useStored(`kept of ${vault.staffId}`, async () => {
    const news = await storage.outbox.listOfficeNews();
    const away = new Set(findGivenAway(news, vault.staffId).map(({ draftId }) => draftId));
    const rows = (await storage.backups.list()).filter(
      (row) => row.staffId === vault.staffId && !away.has(row.id),
    );
    const here = new Set(records.listEntries().map(({ id }) => id));
    const offered = findOffered(news, vault.staffId);
    return {
      kept: rows.filter((row) => row.state === 'kept').length,
      waiting: rows.filter((row) => row.state === 'waiting').length,
      offered: offered.filter((id) => !here.has(id)).length,
      isOff: (await storage.findDevice())?.policy?.backups === false,
    };
  });
  if (known === undefined) return null;
  return (
    <>
      {known.offered > 0 && (
        <Notice
          tone="care"
          title={t('line.offered', { count: known.offered })}
          action={<LinkButton href="/drafts">{t('line.look')}</LinkButton>}
        />
      )}
      {!known.isOff && known.kept + known.waiting > 0 && (
        <p className={styles.line}>
          <StatusPill state={known.waiting > 0 ? 'off' : 'good'}>
            {t(known.waiting > 0 ? 'line.waiting' : 'line.kept', {
              count: known.kept || known.waiting,
              waiting: known.waiting,
            })}
          </StatusPill>
        </p>
      )}
    </>
  );
}
