import { useText } from '../../../i18n/useText.ts';
import { Notice } from '../../../ui/Notices.tsx';
import type { BringReport, FileNote } from './bring-in.ts';
import styles from './Courier.module.css';
import { tailOf } from './tail-of.ts';

/** What became of everything that was brought, in plain words, the good news first. */
export function BringResult({ report }: { readonly report: BringReport }) {
  const t = useText('courier');
  const { dossiers, photos, receipts, conflicts, files, missing } = report;
  const already = dossiers['already-here'];
  const noSpace = dossiers['no-space'] + photos['no-space'];
  const strange = dossiers['not-an-envelope'];
  return (
    <section className={styles.block} aria-live="polite">
      <h2>{t('result.title')}</h2>
      {dossiers.taken + photos.taken > 0 && (
        <Notice tone="good" title={t('result.taken', { count: dossiers.taken, photos: photos.taken })}>
          {t('result.takenText')}
        </Notice>
      )}
      {receipts.settled > 0 && (
        <Notice tone="good" title={t('result.settled', { count: receipts.settled })}>
          {t('result.settledText')}
        </Notice>
      )}
      {already > 0 && <Notice>{t('result.already', { count: already })}</Notice>}
      {receipts.nothingNew > 0 && receipts.settled === 0 && <Notice>{t('result.receiptsNothing')}</Notice>}
      {receipts.otherKey > 0 && (
        <Notice tone="care" title={t('result.otherKey')}>
          {t('result.otherKeyText')}
        </Notice>
      )}
      {receipts.invalid > 0 && (
        <Notice tone="problem" title={t('result.invalid', { count: receipts.invalid })}>
          {t('result.invalidText')}
        </Notice>
      )}
      {conflicts.length > 0 && (
        <Notice tone="problem" title={t('result.conflict', { names: conflicts.map(tailOf).join(', ') })}>
          {t('result.conflictText')}
        </Notice>
      )}
      {strange > 0 && <Notice tone="problem">{t('result.strange', { count: strange })}</Notice>}
      {noSpace > 0 && (
        <Notice tone="problem" title={t('result.noSpace', { count: noSpace })}>
          {t('result.noSpaceText')}
        </Notice>
      )}
      {files.filter(isTroubled).map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is made once and never changes; two files may share a name
        <FileTrouble key={index} file={file} />
      ))}
      {missing.map((set) => (
        <Notice
          key={set.setId}
          tone="care"
          title={t('result.missing', { parts: set.parts, missing: set.missing.join(', ') })}
        >
          {t('result.missingText')}
        </Notice>
      ))}
    </section>
  );
}

function isTroubled(file: FileNote): boolean {
  return file.kind !== 'read' || file.damagedDossiers + file.damagedPhotos + file.damagedReceipts > 0;
}

function FileTrouble({ file }: { readonly file: FileNote }) {
  const t = useText('courier');
  if (file.kind !== 'read') {
    return (
      <Notice tone="problem" title={file.name}>
        {t(`file.${file.kind}`)}
      </Notice>
    );
  }
  const named = { part: file.part ?? 1, parts: file.parts ?? 1 };
  const lost = [
    file.damagedDossiers > 0 ? t('file.dossiers', { count: file.damagedDossiers }) : '',
    file.damagedPhotos > 0 ? t('file.photos', { count: file.damagedPhotos }) : '',
    file.damagedReceipts > 0 ? t('file.receipts', { count: file.damagedReceipts }) : '',
  ];
  return (
    <Notice tone="care" title={`${file.name} · ${t('file.part', named)}`}>
      {t('file.partly', { lost: lost.filter((word) => word !== '').join(', ') })}
    </Notice>
  );
}
