import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { readAct } from './read-act.ts';

/** Why it did not end with a result. */
export function Ended({ dossier }: { readonly dossier: DossierDetail }) {
  const t = useText('office-acts');
  const { status } = dossier;
  if (status !== 'refused' && status !== 'stopped' && status !== 'withdrawn') return null;
  const last = dossier.history.findLast(({ action }) => action === status);
  const act = last && readAct(last);
  const reason = act !== undefined && 'reason' in act ? act.reason : undefined;
  return (
    <Notice tone="care" title={t(`ended.${status}`)}>
      {reason !== undefined && <p>{reason}</p>}
    </Notice>
  );
}
