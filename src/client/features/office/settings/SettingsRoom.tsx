import { useQuery } from '@tanstack/react-query';
import { getSettings } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice, Spinner } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { isOffered, useMe } from '../common/me.ts';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { SettingsForm } from './SettingsForm.tsx';

/** What the commune knows better than we do: its unit code, its closing time, its working days. */
export function SettingsRoom() {
  const t = useText('office');
  const mayChange = isOffered(useMe(), 'manage');
  const query = useQuery({ queryKey: ['settings'], queryFn: ({ signal }) => call(getSettings, {}, signal) });
  return (
    <RoomPage title={t('nav.settings')}>
      <StaleNotice query={query} />
      {query.data === undefined && query.error === null && <Spinner label={t('loading')} />}
      {!mayChange && <Notice title={t('settings.readOnly')} />}
      {query.data !== undefined && <SettingsForm stored={query.data} mayChange={mayChange} />}
    </RoomPage>
  );
}
