import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import { FactList } from '../common/FactList.tsx';

/** Where the dossier is, apart from its status (I8): who has it, what is owed, where its papers are, what the clock does. */
export function Standing({ dossier }: { readonly dossier: DossierDetail }) {
  const t = useText('office-acts');
  const { heldBy, finance, papers, supplement, pausedAt, endedAt, supplementsAsked, punctuality } = dossier;
  const facts = [
    { label: t('standing.heldBy'), value: heldBy?.name ?? t('standing.oneStop') },
    { label: t('standing.punctuality'), value: t(`punctuality.${punctuality}`) },
    ...(pausedAt === null || endedAt !== null
      ? []
      : [{ label: t('standing.clock'), value: t('standing.pausedSince', { at: formatDateTime(pausedAt) }) }]),
    ...(supplement === null
      ? []
      : [{ label: t('standing.supplement'), value: t(`supplement.${supplement}`) }]),
    { label: t('standing.finance'), value: t(`finance.${finance}`) },
    { label: t('standing.papers'), value: t(`papers.${papers}`) },
  ];
  return (
    <>
      {supplementsAsked > 1 && <Notice tone="care" title={t('askedTooOften', { count: supplementsAsked })} />}
      <FactList title={t('standing.title')} facts={facts} />
    </>
  );
}
