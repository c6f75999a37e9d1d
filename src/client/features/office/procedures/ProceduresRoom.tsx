import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../i18n/useText.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';

import { SearchBox } from '../common/ListPane.tsx';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useSearchText } from '../common/useSearchText.ts';
import { findLines } from './find-lines.ts';
import { ProcedureLines } from './ProcedureLines.tsx';
import { procedureListQuery } from './procedure-queries.ts';

/** `/procedures`: every version of every procedure, shipped or uploaded, and where each stands. */
export function ProceduresRoom() {
  const t = useText('office');
  const { typed, searched, type } = useSearchText();
  const query = useQuery(procedureListQuery);
  const { data } = query;
  const found = findLines(data?.procedures ?? [], searched);
  return (
    <RoomPage
      title={t('procedures.title')}
      action={
        <LinkButton href="/procedures/new" size="small" variant="solid" icon={<Icon name="add" size={20} />}>
          {t('procedures.bring')}
        </LinkButton>
      }
    >
      <p>{t('procedures.what')}</p>
      <StaleNotice query={query} />
      {data === undefined && query.error === null && <Spinner label={t('loading')} />}
      {data !== undefined && (
        <>
          <SearchBox label={t('procedures.search')} value={typed} onChange={type} />
          <p aria-live="polite">{t('procedures.count', { count: found.length })}</p>
          <ProcedureLines lines={found} />
        </>
      )}
    </RoomPage>
  );
}
