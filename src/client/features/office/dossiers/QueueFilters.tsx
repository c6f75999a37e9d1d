import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { QueueFilter } from '../../../../contract/operations/queue.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { addressOfQueue } from '../common/queue-address.ts';
import { FilterDialog } from './FilterDialog.tsx';
import styles from './QueueFilters.module.css';
import { savedFiltersQuery } from './queue-facets.ts';
import { partsOf, useSayFilter } from './useSayFilter.ts';

/** The filters that were kept, one press away, and the parts of the present one, each to be taken off. */
export function QueueFilters({ filter }: { readonly filter: QueueFilter }) {
  const t = useText('office-queue');
  const say = useSayFilter();
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const saved = useQuery(savedFiltersQuery).data?.filters ?? [];
  const here = addressOfQueue(filter);
  return (
    <>
      <div className={styles.filters}>
        <button
          type="button"
          className={styles.open}
          aria-keyshortcuts="l"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <Icon name="settings" size={18} />
          {t('filter.open')}
        </button>
        {saved.map((one) => {
          const address = addressOfQueue(one.filter);
          return (
            <Link
              key={one.id}
              href={address}
              className={styles.saved}
              {...(address === here ? { 'aria-current': 'true' as const } : {})}
            >
              {one.name}
            </Link>
          );
        })}
      </div>
      {partsOf(filter).length > 0 && (
        <ul className={styles.parts}>
          {partsOf(filter).map(([part, value]) => {
            const what = say(part, value);
            return (
              <li key={part}>
                <button
                  type="button"
                  aria-label={t('filter.remove', { what })}
                  onClick={() =>
                    navigate(addressOfQueue(QueueFilter.parse({ ...filter, [part]: undefined })))
                  }
                >
                  <span>{what}</span>
                  <Icon name="close" size={16} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {isOpen && <FilterDialog filter={filter} onClose={() => setOpen(false)} />}
    </>
  );
}
