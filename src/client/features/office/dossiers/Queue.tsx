import type { QueueFilter } from '../../../../contract/operations/queue.ts';
import { useText } from '../../../i18n/useText.ts';
import pane from '../common/ListPane.module.css';
import { SearchBox } from '../common/ListPane.tsx';
import { addressOfQueue } from '../common/queue-address.ts';
import { usePrivateSearch } from '../common/usePrivateSearch.ts';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueList } from './QueueList.tsx';

interface QueueProps {
  readonly filter: QueueFilter;
  readonly openId: string | undefined;
}

/** The queue: search, filters, and the lines that they leave. */
export function Queue({ filter, openId }: QueueProps) {
  const t = useText('office');
  const { typed, searched, type } = usePrivateSearch('queue');
  return (
    <>
      <header className={pane.head}>
        <h1>{t(`status.${filter.status ?? 'all'}`)}</h1>
        <SearchBox label={t('queue.search')} value={typed} onChange={type} />
        <QueueFilters filter={filter} />
      </header>
      <QueueList
        key={`${addressOfQueue(filter)} ${searched}`}
        filter={filter}
        search={searched}
        openId={openId}
      />
    </>
  );
}
