import type { DossierPapers } from '../../../../../contract/operations/papers.ts';
import { formatDate } from '../../../../i18n/formats.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Notice } from '../../../../ui/Notices.tsx';
import { useNow } from '../../common/useNow.ts';

/** What papers are signed with, and whether that counts: a test certificate never does, an ended one no longer. */
export function Certificate({ certificate }: { readonly certificate: DossierPapers['certificate'] }) {
  const t = useText('office-papers');
  const now = useNow();
  const { isTest, name, validTo } = certificate;
  const said = { name, until: formatDate(validTo) };
  if (new Date(validTo) < now) return <Notice tone="problem">{t('certificate.ended', said)}</Notice>;
  return <p>{t(isTest ? 'certificate.test' : 'certificate.real', said)}</p>;
}
