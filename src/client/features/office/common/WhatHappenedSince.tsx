import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';

interface WhatHappenedSinceProps {
  /** What the record has now that it had not when the officer began. */
  readonly since: DossierDetail['history'];
  readonly status: DossierDetail['status'];
}

/** Who did what to a dossier and when, since it was seen last, and where it stands now. Nothing while nothing happened. */
export function WhatHappenedSince({ since, status }: WhatHappenedSinceProps) {
  const t = useText('office-queue');
  const office = useText('office');
  if (since.length === 0) return null;
  return (
    <>
      <p>{t('since.title')}</p>
      <ul>
        {since.map((one) => (
          <li key={one.id}>
            <b>{one.byName}</b>: {office(`history.action.${one.action}`)},{' '}
            <time dateTime={one.at}>{formatDateTime(one.at)}</time>
          </li>
        ))}
      </ul>
      <p>{t('since.now', { status: office(`status.${status}`) })}</p>
    </>
  );
}

/** What the record has now that it had not then. */
export function actionsSince(seen: DossierDetail, now: DossierDetail): DossierDetail['history'] {
  const known = new Set(seen.history.map(({ id }) => id));
  return now.history.filter(({ id }) => !known.has(id));
}
