import { useSearch } from 'wouter';
import { useText } from '../../../i18n/useText.ts';
import { EmptyState } from '../../../ui/Page.tsx';
import { Split } from '../common/ListPane.tsx';
import { addressOfQueue, filterOf, type QueuePlace } from '../common/queue-address.ts';
import { DossierPage } from './DossierPage.tsx';
import { Queue } from './Queue.tsx';

/** The queue and the dossier opened from it. */
export function DossiersRoom({ place, id }: { readonly place: QueuePlace; readonly id: string | undefined }) {
  const t = useText('office');
  const filter = filterOf(place, useSearch());
  const address = addressOfQueue(filter);
  return (
    <Split
      list={<Queue filter={filter} openId={id} />}
      detail={id === undefined ? undefined : <DossierPage key={id} id={id} back={address} />}
      nothingOpen={<EmptyState>{t('queue.nothingOpen')}</EmptyState>}
    />
  );
}
