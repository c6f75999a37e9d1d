import { formatDateTime, formatMegabytes } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { StatusPill } from '../../../ui/Notices.tsx';
import { useProcedureName } from '../common/useProcedureName.ts';
import styles from './DevicesRoom.module.css';
import { driftMinutes, type Tablet, worriesOf } from './tablet-worries.ts';

/** One tablet: whose it is, what should be looked at, and what it last said of itself. */
export function TabletCard({ tablet, now }: { readonly tablet: Tablet; readonly now: Date }) {
  const t = useText('office');
  const worries = worriesOf(tablet, now);
  return (
    <li>
      <h2>{tablet.name}</h2>
      <p>{tablet.staff.map(({ displayName }) => displayName).join(', ') || t('devices.nobody')}</p>
      {worries.length > 0 && (
        <ul className={styles.worries}>
          {worries.map(({ kind, count }) => (
            <li key={kind}>
              <StatusPill state="attention">{t(`tablets.worry.${kind}`, { count })}</StatusPill>
            </li>
          ))}
        </ul>
      )}
      <dl>
        <div>
          <dt>{t('devices.lastSeen')}</dt>
          <dd>{tablet.lastSeenAt === null ? t('devices.never') : formatDateTime(tablet.lastSeenAt)}</dd>
        </div>
        {tablet.health !== null && <Health health={tablet.health} />}
        <div>
          <dt>{t('devices.version')}</dt>
          <dd>{tablet.appVersion ?? t('devices.noVersion')}</dd>
        </div>
        <div>
          <dt>{t('devices.enrolledAt')}</dt>
          <dd>{formatDateTime(tablet.enrolledAt)}</dd>
        </div>
      </dl>
      {tablet.health === null && <p>{t('tablets.notSaid')}</p>}
    </li>
  );
}

function Health({ health }: { readonly health: NonNullable<Tablet['health']> }) {
  const t = useText('office');
  const { said } = health;
  const drift = driftMinutes(health);
  const facts = [
    ['drafts', String(said.drafts)],
    ['unsent', String(said.unsent)],
    ['attention', String(said.attention)],
    ['oldest', said.oldestUnsentAt === null ? t('tablets.none') : formatDateTime(said.oldestUnsentAt)],
    ['space', said.space === null ? t('tablets.unknown') : formatMegabytes(said.space.free)],
    ['kept', t(`tablets.persisted.${said.persisted ?? 'unknown'}`)],
    [
      'clock',
      drift === 0
        ? t('tablets.clock.right')
        : t(drift > 0 ? 'tablets.clock.ahead' : 'tablets.clock.behind', { count: Math.abs(drift) }),
    ],
  ] as const;
  return (
    <>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`tablets.${name}Label`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('tablets.catalogueLabel')}</dt>
        <dd>
          <details>
            <summary>{t('tablets.catalogueCount', { count: said.catalogue.length })}</summary>
            <ul>
              {said.catalogue.map(({ id, version }) => (
                <li key={id}>
                  <ProcedureVersion id={id} version={version} />
                </li>
              ))}
            </ul>
          </details>
        </dd>
      </div>
    </>
  );
}

function ProcedureVersion({ id, version }: { readonly id: string; readonly version: number }) {
  const t = useText('office');
  const name = useProcedureName(id, version);
  return t('tablets.procedure', { name, version });
}
