import type { DossierDetail } from '../../../../contract/operations/office.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { civilDate, formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { SupplementAsked } from './SupplementAsked.tsx';
import { SupplementChanges } from './SupplementChanges.tsx';
import styles from './Supplements.module.css';

interface SupplementsProps {
  readonly dossier: DossierDetail;
  readonly definition: ProcedureDefinition | undefined;
}

/** Each request that went to the citizen: what it asked for, and what it changed once it was answered. Nothing where nothing was asked. */
export function Supplements({ dossier, definition }: SupplementsProps) {
  const t = useText('office-supplements');
  if (dossier.supplements.length === 0) return null;
  return (
    <section className={styles.supplements}>
      <h2>{t('title')}</h2>
      {dossier.supplements.map((one) => (
        <div key={one.id} className={styles.request}>
          <h3>{t('number', { number: one.number })}</h3>
          <p className={styles.reason}>{one.reason}</p>
          {definition !== undefined && (
            <SupplementAsked
              items={one.items}
              definition={definition}
              answers={dossier.answers}
              day={civilDate(dossier.finishedAt)}
            />
          )}
          <p className={styles.soft}>
            {t('asked', {
              name: one.byName,
              at: formatDateTime(one.requestedAt),
              to: one.assignedToName,
            })}
          </p>
          {one.arrived === null ? (
            <p>{one.endedAt === null ? t('waiting') : t('ended', { at: formatDateTime(one.endedAt) })}</p>
          ) : (
            <>
              <p className={styles.soft}>
                {t('arrived', {
                  name: one.arrived.byName,
                  at: formatDateTime(one.arrived.at),
                  device: one.arrived.deviceName,
                })}
                {' · '}
                {t('photos', { count: one.arrived.attachments.length })}
              </p>
              {definition !== undefined && (
                <SupplementChanges
                  changes={one.arrived.changes}
                  definition={definition}
                  answers={dossier.answers}
                />
              )}
            </>
          )}
        </div>
      ))}
    </section>
  );
}
