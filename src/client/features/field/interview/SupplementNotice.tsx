import { isAskedAgain } from '../../../../domain/dossier/supplement.ts';
import type { Question } from '../../../../domain/procedure/definition.ts';
import { useText } from '../../../i18n/useText.ts';
import type { Supplementing } from '../../../storage/model.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { useSession, useStored } from '../common/services.ts';
import { findKeptWork } from '../common/work/useKeptWork.ts';

interface SupplementNoticeProps {
  readonly supplements: Supplementing;
  /** On this screen; none at the read-back. */
  readonly asked: readonly Question[];
}

/** In a supplement: what the office said of this question, and at the read-back why all of it is asked. */
export function SupplementNotice({ supplements, asked }: SupplementNoticeProps) {
  const t = useText('supplement');
  const { vault } = useSession();
  const kept = useStored(`work ${vault.staffId}`, ({ storage }) => findKeptWork(storage, vault));
  const isOver = kept?.work.supplements.every(({ id }) => id !== supplements.requestId) ?? false;
  const said = supplements.items.filter((item) => asked.some((question) => isAskedAgain(question, [item])));
  const notes = said.map(({ note }) => note).filter((note) => note !== '');
  return (
    <>
      {isOver && (
        <Notice tone="care" title={t('over.title')}>
          {t('over.text')}
        </Notice>
      )}
      {asked.length === 0 && (
        <Notice title={t('interview.why')}>
          <p>{supplements.reason}</p>
          <p>{t('interview.rest')}</p>
        </Notice>
      )}
      {said.length > 0 && (
        <Notice title={t('interview.asked')}>
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </Notice>
      )}
    </>
  );
}
