import { useState } from 'react';
import { useSearch } from 'wouter';
import type { PlannedSet } from '../../../../contract/courier/planned-set.ts';
import { formatMegabytes, formatMoment } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Spinner } from '../../../ui/Notices.tsx';
import { EmptyState } from '../../../ui/Page.tsx';
import { TickBox } from '../../../ui/TickBox.tsx';
import { ProcedureName } from '../common/ProcedureName.tsx';
import { useServices, useSession, useStored } from '../common/services.ts';
import styles from './Courier.module.css';
import { CourierFrame } from './CourierFrame.tsx';
import { type Carriable, listCarriable } from './carriable.ts';
import { HandOver } from './HandOver.tsx';
import { planItems } from './plan-items.ts';
import { tailOf } from './tail-of.ts';

/** Choose what goes along, then make files or codes of it. Nothing leaves the queue here: only receipts do that (I2). */
export function SendPage() {
  const t = useText('courier');
  const { storage, newId, now } = useServices();
  const carriable = useStored('courier send', async ({ storage: { outbox } }) =>
    listCarriable(await outbox.listEnvelopes(), await outbox.listAttachments()),
  );
  const asked = new URLSearchParams(useSearch()).get('item');
  const [chosenLeft, setLeft] = useState<ReadonlySet<string>>();
  const [planned, setPlanned] = useState<PlannedSet>();
  const left = chosenLeft ?? leftAtFirst(carriable ?? [], asked);
  if (planned !== undefined) {
    return <HandOver of="items" set={planned} onBack={() => setPlanned(undefined)} />;
  }
  const chosen = (carriable ?? []).filter(({ submissionId }) => !left.has(submissionId));
  const plan = async () => {
    const ownDevice = (await storage.findDevice())?.deviceId;
    if (ownDevice === undefined) return;
    const ids = new Set(chosen.map(({ submissionId }) => submissionId));
    setPlanned(await planItems(storage, ids, { setId: newId(), writtenAt: now().toISOString(), ownDevice }));
  };
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  const bytes = chosen.reduce((sum, one) => sum + one.bytes, 0);
  return (
    <CourierFrame
      title={t('send.title')}
      end={
        <Button
          variant="solid"
          size="large"
          iconAfter={<Icon name="next" />}
          disabled={chosen.length === 0}
          onClick={() => void plan()}
        >
          {t('send.next')}
        </Button>
      }
    >
      {carriable === undefined && <Spinner label={t('working')} />}
      {carriable?.length === 0 && <EmptyState>{t('send.nothing')}</EmptyState>}
      {carriable !== undefined && carriable.length > 0 && (
        <>
          <p>{t('send.stays')}</p>
          <div className={styles.tools}>
            <Button onClick={() => setLeft(new Set())}>{t('send.all')}</Button>
            <Button onClick={() => setLeft(new Set(carriable.map(({ submissionId }) => submissionId)))}>
              {t('send.none')}
            </Button>
            <p aria-live="polite">
              {t('send.chosen', { count: chosen.length, size: formatMegabytes(bytes) })}
            </p>
          </div>
          <ul className={styles.list}>
            {carriable.map((one) => (
              <li key={one.submissionId}>
                <TickBox
                  checked={!left.has(one.submissionId)}
                  onChange={(isChosen) => toggle(one.submissionId, isChosen)}
                >
                  <Line of={one} />
                </TickBox>
              </li>
            ))}
          </ul>
        </>
      )}
    </CourierFrame>
  );
}

/** All go along, or only the one that a person came for. */
function leftAtFirst(all: readonly Carriable[], asked: string | null): ReadonlySet<string> {
  const ids = all.map(({ submissionId }) => submissionId);
  return new Set(asked !== null && ids.includes(asked) ? ids.filter((id) => id !== asked) : []);
}

function Line({ of }: { readonly of: Carriable }) {
  const t = useText('courier');
  const tell = useText();
  const { now } = useServices();
  const { records, vault } = useSession();
  const isOwn = of.carriedFor === undefined && of.staffId === vault.staffId;
  const entry = isOwn ? records.listEntries().find(({ id }) => id === of.submissionId) : undefined;
  const name =
    entry?.title ??
    t(of.carriedFor === undefined ? 'line.colleague' : 'line.other', {
      tail: tailOf(of.submissionId),
    });
  const about = [
    of.photos > 0 ? t('line.photos', { count: of.photos, size: formatMegabytes(of.bytes) }) : '',
    of.queuedAt === undefined ? '' : formatMoment(of.queuedAt, now(), tell),
  ];
  return (
    <span className={styles.line}>
      <b>{name}</b>
      <small>
        {entry !== undefined && (
          <>
            <ProcedureName id={entry.procedureId} /> ·{' '}
          </>
        )}
        {about.filter((part) => part !== '').join(' · ')}
      </small>
    </span>
  );
}
