import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listLogbook, logbookFilePaths } from '../../../../contract/operations/logbook.ts';
import { civilDate } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { addressOf, call } from '../common/call.ts';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { type LogbookDays, LogbookFilters } from './LogbookFilters.tsx';
import styles from './LogbookRoom.module.css';
import { LogbookTable } from './LogbookTable.tsx';

interface Place {
  readonly afterBook?: number;
  readonly afterNumber?: number;
}

const BEGINNING: Place = {};

/** The book of accepted dossiers ("Sổ theo dõi hồ sơ"), by days and procedure; as a file for the archive and the printer. */
export function LogbookRoom() {
  const t = useText('office-papers');
  const [days, setDays] = useState<LogbookDays>(thisMonth);
  const filter = {
    from: days.from,
    to: days.to,
    ...(days.procedure !== '' && { procedure: days.procedure }),
  };
  const isAskable = days.from !== '' && days.to !== '' && days.from <= days.to;
  const query = useInfiniteQuery({
    queryKey: ['logbook', filter],
    queryFn: ({ pageParam, signal }) => call(listLogbook, { query: { ...filter, ...pageParam } }, signal),
    initialPageParam: BEGINNING,
    getNextPageParam: (page): Place | undefined => {
      const last = page.lines.at(-1);
      return page.more && last !== undefined ? { afterBook: last.book, afterNumber: last.number } : undefined;
    },
    enabled: isAskable,
  });
  const lines = query.data?.pages.flatMap((page) => page.lines) ?? [];
  const procedures = query.data?.pages[0]?.procedures ?? [];
  return (
    <RoomPage title={t('logbook.title')}>
      <p>{t('logbook.what')}</p>
      <Notice tone="care">{t('logbook.unconfirmed')}</Notice>
      <LogbookFilters value={days} procedures={procedures} onChange={setDays} />
      {isAskable ? (
        <p className={styles.files}>
          <a href={addressOf(logbookFilePaths.xlsx, {}, filter)} download>
            {t('logbook.xlsx')}
          </a>
          <a href={addressOf(logbookFilePaths.csv, {}, filter)} download>
            {t('logbook.csv')}
          </a>
        </p>
      ) : (
        <Notice tone="problem">{t('logbook.wrongDays')}</Notice>
      )}
      <StaleNotice query={query} />
      {isAskable && query.data === undefined && query.error === null && <Spinner label={t('loading')} />}
      {query.data !== undefined && lines.length === 0 && <p>{t('logbook.empty')}</p>}
      {lines.length > 0 && (
        <LogbookTable lines={lines} from={days.from} to={days.to} goesOn={query.hasNextPage} />
      )}
      {query.hasNextPage && (
        <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('logbook.more')}
        </Button>
      )}
    </RoomPage>
  );
}

function thisMonth(): LogbookDays {
  const today = civilDate(new Date());
  return { from: `${today.slice(0, 8)}01`, to: today, procedure: '' };
}
