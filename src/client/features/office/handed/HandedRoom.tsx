import { useQuery } from '@tanstack/react-query';
import { listHandedItems } from '../../../../contract/operations/handed-items.ts';
import { useText } from '../../../i18n/useText.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { EmptyState } from '../../../ui/Page.tsx';
import { call } from '../common/call.ts';
import { Split } from '../common/ListPane.tsx';
import { POLL_EVERY } from '../common/query-client.ts';
import { StaleNotice } from '../common/StaleNotice.tsx';
import styles from './Handed.module.css';
import { HandedItemPage } from './HandedItemPage.tsx';
import { HandedLine } from './HandedLine.tsx';

/** What tablets handed over because it could not be taken in: those still waiting first. */
export function HandedRoom({ id }: { readonly id: string | undefined }) {
  const t = useText('office');
  const query = useQuery({
    queryKey: ['handed'],
    queryFn: ({ signal }) => call(listHandedItems, {}, signal),
    refetchInterval: POLL_EVERY,
  });
  const items = query.data?.items;
  return (
    <Split
      list={
        <>
          <h1 className={styles.title}>{t('handed.title')}</h1>
          <StaleNotice query={query} />
          {items === undefined && query.error === null && <Spinner label={t('loading')} />}
          {items?.length === 0 && <EmptyState>{t('handed.empty')}</EmptyState>}
          <ul className={styles.lines}>
            {items?.map((item) => (
              <HandedLine key={item.id} item={item} isOpen={item.id === id} />
            ))}
          </ul>
        </>
      }
      detail={id === undefined ? undefined : <HandedItemPage key={id} id={id} />}
      nothingOpen={<EmptyState>{t('handed.nothingOpen')}</EmptyState>}
    />
  );
}
