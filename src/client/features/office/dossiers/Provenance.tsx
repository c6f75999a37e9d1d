import { Link } from 'wouter';
import type { DossierDetail } from '../../../../contract/operations/office.ts';
import { formatDateTime } from '../../../i18n/formats.ts';
import { useText } from '../../../i18n/useText.ts';
import { FactList } from '../common/FactList.tsx';

/** Who sat beside the citizen, on which tablet, by which road it came, and whose account it belongs to. */
export function Provenance({ dossier }: { readonly dossier: DossierDetail }) {
  const t = useText('office');
  const { assistedBy, account } = dossier;
  return (
    <FactList
      title={t('provenance.title')}
      facts={[
        { label: t('provenance.assistedBy'), value: assistedBy.staffName },
        { label: t('provenance.placeOfAssistance'), value: assistedBy.commune.name },
        { label: t('provenance.placeOfReceipt'), value: dossier.receivingOffice.name },
        { label: t('provenance.competent'), value: dossier.competentCommune.name },
        { label: t('provenance.device'), value: assistedBy.deviceName },
        {
          label: t('provenance.courier'),
          value:
            dossier.courierStaffName !== null
              ? t('provenance.brought', { name: dossier.courierStaffName })
              : dossier.courierDeviceName === null
                ? t('provenance.direct')
                : t('provenance.carried', { device: dossier.courierDeviceName }),
        },
        { label: t('provenance.finishedAt'), value: formatDateTime(dossier.finishedAt) },
        { label: t('provenance.receivedAt'), value: formatDateTime(dossier.receivedAt) },
        {
          label: t('provenance.account'),
          value:
            account === null ? (
              t('provenance.noAccount')
            ) : account.state === null ? (
              t('provenance.accountOnItsWay')
            ) : (
              <Link href={`/accounts/${account.id}`}>{t(`accountState.${account.state}`)}</Link>
            ),
        },
      ]}
    />
  );
}
