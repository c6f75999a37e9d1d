import { useSearch } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { EmptyState } from '../../../ui/Page.tsx';
import type { QueueFilter } from '../common/dossier-queries.ts';
import { Split } from '../common/ListPane.tsx';
import { DossierPage } from './DossierPage.tsx';
import { Queue } from './Queue.tsx';

/** The queue and the dossier opened from it. */
export function DossiersRoom({
  filter,
  id,
}: {
  readonly filter: QueueFilter;
  readonly id: string | undefined;
}) {
  const t = useText('office');
  const search = useSearch();
  const back = `/queue/${filter}${search === '' ? '' : `?${search}`}`;
  return (
    <Split
      list={<Queue key={filter} filter={filter} openId={id} />}
      detail={id === undefined ? undefined : <DossierPage key={id} id={id} back={back} />}
      nothingOpen={<EmptyState>{t('queue.nothingOpen')}</EmptyState>}
    />
  );
}
