import { isAskedAgain } from '../../../../domain/dossier/supplement.ts';
import type { Question } from '../../../../domain/procedure/definition.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import type { Supplementing } from '../../../storage/model.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { findOffered } from '../common/kept/given-away.ts';
import { useSession, useStored } from '../common/services.ts';
import { standingOfRequest } from '../common/work/supplement-state.ts';
import { findKeptWork } from '../common/work/useKeptWork.ts';

interface SupplementNoticeProps {
  readonly draftId: string;
  readonly supplements: Supplementing;
  /** On this screen; none at the read-back. */
  readonly asked: readonly Question[];
}

/** In a supplement: what the office said of this question, and at the read-back why all of it is asked. */
export function SupplementNotice({ draftId, supplements, asked }: SupplementNoticeProps) {
  const t = useText('supplement');
  const { vault } = useSession();
  const standing = useStored(`request of ${draftId}`, async ({ storage }) => {
    const kept = await findKeptWork(storage, vault);
    const offered = findOffered(await storage.outbox.listOfficeNews(), vault.staffId);
    return standingOfRequest(supplements.requestId, kept?.work.supplements, offered.includes(draftId));
  });
  const isClosed = standing?.kind === 'over' || standing?.kind === 'answered';
  const said = supplements.items.filter((item) => asked.some((question) => isAskedAgain(question, [item])));
  const notes = said.map(({ note }) => note).filter((note) => note !== '');
  return (
    <>
      {standing?.kind === 'over' && (
        <Notice tone="care" title={t('over.title')}>
          {t('over.text')}
        </Notice>
      )}
      {standing?.kind === 'answered' && (
        <Notice tone="care" title={t('answered.title')}>
          {t('answered.text', { at: formatDateTime(standing.at) })}
        </Notice>
      )}
      {asked.length === 0 && !isClosed && (
        <Notice title={t('interview.why')}>
          <p>{supplements.reason}</p>
          <p>{t('interview.rest')}</p>
        </Notice>
      )}
      {said.length > 0 && !isClosed && (
        <Notice title={t('interview.asked')}>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
    </>
  );
}
