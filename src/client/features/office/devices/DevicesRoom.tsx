import { useQuery } from '@tanstack/react-query';
import { listDevices } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { POLL_EVERY } from '../common/query-client.ts';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useNow } from '../common/useNow.ts';
import styles from './DevicesRoom.module.css';
import { TabletCard } from './TabletCard.tsx';
import { worstFirst } from './tablet-worries.ts';

/** The tablets: whose they are and how each said that it is, those that need looking at first. */
export function DevicesRoom() {
  const t = useText('office');
  const now = useNow();
  const query = useQuery({
    queryKey: ['devices'],
    queryFn: ({ signal }) => call(listDevices, {}, signal),
    refetchInterval: POLL_EVERY,
  });
  const devices = query.data?.devices;
  return (
    <RoomPage title={t('nav.tablets')}>
      <StaleNotice query={query} />
      {devices === undefined && query.error === null && <Spinner label={t('loading')} />}
      {devices?.length === 0 && <p>{t('devices.empty')}</p>}
      <ul className={styles.devices}>
        {devices !== undefined &&
          worstFirst(devices, now).map((tablet) => <TabletCard key={tablet.id} tablet={tablet} now={now} />)}
      </ul>
    </RoomPage>
  );
}
