import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CommuneDraft, listCommuneDrafts } from '../../../../contract/operations/drafts.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { POLL_EVERY } from '../common/query-client.ts';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useNow } from '../common/useNow.ts';
import { DraftCard } from './DraftCard.tsx';
import styles from './DraftsRoom.module.css';
import { MoveDialog } from './MoveDialog.tsx';

/** Interviews begun and not finished, as the office keeps them: whose, where, since when. What was answered stays sealed. */
export function DraftsRoom() {
  const t = useText('office');
  const now = useNow();
  const [moving, setMoving] = useState<CommuneDraft>();
  const query = useQuery({
    queryKey: ['drafts'],
    queryFn: ({ signal }) => call(listCommuneDrafts, {}, signal),
    refetchInterval: POLL_EVERY,
  });
  const { data } = query;
  return (
    <RoomPage title={t('nav.drafts')}>
      <p>{t('drafts.what')}</p>
      <StaleNotice query={query} />
      {data === undefined && query.error === null && <Spinner label={t('loading')} />}
      {data?.keeps === false && <Notice>{t('drafts.off')}</Notice>}
      {data?.keeps === true && data.drafts.length === 0 && <p>{t('drafts.empty')}</p>}
      <ul className={styles.drafts}>
        {data?.drafts.map((draft) => (
          <DraftCard key={draft.id} draft={draft} now={now} onMove={() => setMoving(draft)} />
        ))}
      </ul>
      {moving !== undefined && (
        <MoveDialog draft={moving} colleagues={data?.colleagues ?? []} onClose={() => setMoving(undefined)} />
      )}
    </RoomPage>
  );
}
