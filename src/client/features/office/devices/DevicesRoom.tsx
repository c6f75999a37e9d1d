import { useQuery } from '@tanstack/react-query';
import { listDevices } from '../../../../contract/operations/office.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Spinner } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { POLL_EVERY } from '../common/query-client.ts';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { useNow } from '../common/useNow.ts';
import styles from './DevicesRoom.module.css';
import { daysUnseen } from './days-unseen.ts';

/** The tablets: whose they are, when the office last heard of each, what version they run. */
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
        {devices?.map((device) => {
          const days = daysUnseen(device.lastSeenAt ?? device.enrolledAt, now);
          return (
            <li key={device.id}>
              <h2>{device.name}</h2>
              <p>{device.staff.map(({ displayName }) => displayName).join(', ') || t('devices.nobody')}</p>
              <dl>
                <div>
                  <dt>{t('devices.lastSeen')}</dt>
                  <dd data-long={days >= 7}>
                    {device.lastSeenAt === null ? t('devices.never') : formatDateTime(device.lastSeenAt)}
                    {days >= 7 && <> · {t('devices.unseen', { count: days })}</>}
                  </dd>
                </div>
                <div>
                  <dt>{t('devices.version')}</dt>
                  <dd>{device.appVersion ?? t('devices.noVersion')}</dd>
                </div>
                <div>
                  <dt>{t('devices.enrolledAt')}</dt>
                  <dd>{formatDateTime(device.enrolledAt)}</dd>
                </div>
              </dl>
            </li>
          );
        })}
      </ul>
    </RoomPage>
  );
}
