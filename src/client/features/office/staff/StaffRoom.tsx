import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listStaff, type Person } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { call } from '../common/call.ts';
import { isOffered, useMe } from '../common/me.ts';
import { POLL_EVERY } from '../common/query-client.ts';
import { RoomPage } from '../common/RoomPage.tsx';
import { StaleNotice } from '../common/StaleNotice.tsx';
import { ChangeWorkDialog } from './ChangeWorkDialog.tsx';
import { Departments } from './Departments.tsx';
import { EnrolmentCodeDialog } from './EnrolmentCodeDialog.tsx';
import { NewStaffDialog } from './NewStaffDialog.tsx';
import { RenewPasswordDialog } from './RenewPasswordDialog.tsx';
import styles from './StaffRoom.module.css';

interface Chosen {
  readonly id: string;
  readonly name: string;
}

/** The people who work with this office, what they may do, and the codes that bring them onto a tablet. */
export function StaffRoom() {
  const t = useText('office');
  const me = useMe();
  const mayManage = isOffered(me, 'manage');
  const [isAdding, setAdding] = useState(false);
  const [enrolling, setEnrolling] = useState<Chosen | undefined>(undefined);
  const [renewing, setRenewing] = useState<Chosen | undefined>(undefined);
  const [changing, setChanging] = useState<Person | undefined>(undefined);
  const query = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => call(listStaff, {}, signal),
    refetchInterval: POLL_EVERY,
  });
  const staff = query.data?.staff;
  return (
    <RoomPage
      title={t('nav.staff')}
      action={
        mayManage && (
          <Button
            size="small"
            variant="solid"
            icon={<Icon name="add" size={20} />}
            onClick={() => setAdding(true)}
          >
            {t('staff.add')}
          </Button>
        )
      }
    >
      <StaleNotice query={query} />
      {staff === undefined && query.error === null && <Spinner label={t('loading')} />}
      <ul className={styles.staff}>
        {staff?.map((person) => (
          <li key={person.id}>
            <div>
              <h2>{person.displayName}</h2>
              <p>
                <span className="numbers">{person.login}</span> · {person.commune.name}
              </p>
            </div>
            <div>
              <p>
                {person.roles.map((role) => t(`role.${role}`)).join(', ')}
                {person.department !== null && <> · {person.department.name}</>}
              </p>
              <p className={styles.soft}>{t('staff.devices', { count: person.devices })}</p>
            </div>
            {mayManage && (
              <div className={styles.acts}>
                {person.roles.includes('field') && (
                  <Button
                    size="small"
                    onClick={() => setEnrolling({ id: person.id, name: person.displayName })}
                  >
                    {t('staff.enrol')}
                  </Button>
                )}
                {person.id !== me.id && (
                  <Button size="small" onClick={() => setChanging(person)}>
                    {t('staff.changeWork')}
                  </Button>
                )}
                {person.id !== me.id && person.roles.some((role) => role !== 'field') && (
                  <Button
                    size="small"
                    onClick={() => setRenewing({ id: person.id, name: person.displayName })}
                  >
                    {t('staff.renew')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Departments mayManage={mayManage} />
      {isAdding && <NewStaffDialog onClose={() => setAdding(false)} />}
      {enrolling !== undefined && (
        <EnrolmentCodeDialog staff={enrolling} onClose={() => setEnrolling(undefined)} />
      )}
      {changing !== undefined && <ChangeWorkDialog staff={changing} onClose={() => setChanging(undefined)} />}
      {renewing !== undefined && (
        <RenewPasswordDialog staff={renewing} onClose={() => setRenewing(undefined)} />
      )}
    </RoomPage>
  );
}
