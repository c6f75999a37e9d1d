import { useState } from 'react';
import { type PlannedSet, planReceipts } from '../../../../contract/courier/planned-set.ts';
import { formatMoment } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner, StatusPill } from '../../../ui/Notices.tsx';
import { EmptyState } from '../../../ui/Page.tsx';
import { useServices, useStored } from '../common/services.ts';
import { SendNow } from '../common/status/SendNow.tsx';
import styles from './Courier.module.css';
import { CourierFrame } from './CourierFrame.tsx';
import { type Carried, listCarried, receiptsToTakeHome } from './carried.ts';
import { HandOver } from './HandOver.tsx';
import { tailOf } from './tail-of.ts';

/** What this tablet carries for others, how far it has come, and the receipts to take home. */
export function CarriedPage() {
  const t = useText('courier');
  const { newId, now } = useServices();
  const stored = useStored('courier carried', async ({ storage: { outbox } }) => {
    const [envelopes, attachments] = await Promise.all([outbox.listEnvelopes(), outbox.listAttachments()]);
    const receipts = receiptsToTakeHome(envelopes, attachments);
    const proofs = await Promise.all(receipts.map((receipt) => outbox.findProof(receipt)));
    return {
      carried: listCarried(envelopes, attachments),
      proofs: proofs.filter((proof) => proof !== undefined),
    };
  });
  const [planned, setPlanned] = useState<PlannedSet>();
  if (planned !== undefined) {
    return <HandOver of="receipts" set={planned} onBack={() => setPlanned(undefined)} />;
  }
  if (stored === undefined) return <Spinner label={t('working')} />;
  const { carried, proofs } = stored;
  const plan = async () =>
    setPlanned(await planReceipts(proofs, { setId: newId(), writtenAt: now().toISOString() }));
  return (
    <CourierFrame title={t('carried.title')}>
      {carried.length === 0 ? (
        <EmptyState>{t('carried.nothing')}</EmptyState>
      ) : (
        <>
          <p>{t('carried.text')}</p>
          <SendNow />
          {proofs.length > 0 && (
            <section className={styles.block}>
              <h2>{t('carried.receipts')}</h2>
              <p>{t('carried.receiptsText')}</p>
              <div>
                <Button variant="solid" icon={<Icon name="check" />} onClick={() => void plan()}>
                  {t('carried.takeHome')}
                </Button>
              </div>
            </section>
          )}
          <ul className={styles.list}>
            {carried.map((one) => (
              <CarriedRow key={one.submissionId} one={one} />
            ))}
          </ul>
        </>
      )}
    </CourierFrame>
  );
}

function CarriedRow({ one }: { readonly one: Carried }) {
  const t = useText('courier');
  const tell = useText();
  const { now } = useServices();
  const about = [
    t('line.tablet', { tail: tailOf(one.deviceId) }),
    one.photos > 0 ? t('line.photoCount', { count: one.photos }) : '',
    one.since === undefined ? '' : formatMoment(one.since, now(), tell),
  ];
  return (
    <li className={styles.carried}>
      <span className={styles.line}>
        <b>{t('line.other', { tail: tailOf(one.submissionId) })}</b>
        <small>{about.filter((part) => part !== '').join(' · ')}</small>
      </span>
      <StateWord state={one.state} />
    </li>
  );
}

function StateWord({ state }: Pick<Carried, 'state'>) {
  const t = useText('courier');
  switch (state.kind) {
    case 'waiting':
      return <StatusPill state="off">{t('state.waiting')}</StatusPill>;
    case 'photos-waiting':
      return <StatusPill state="off">{t('state.photosWaiting', { count: state.left })}</StatusPill>;
    case 'received':
      return <StatusPill state="good">{t('state.received')}</StatusPill>;
    case 'attention':
      return <StatusPill state="attention">{t('state.attention')}</StatusPill>;
  }
}
