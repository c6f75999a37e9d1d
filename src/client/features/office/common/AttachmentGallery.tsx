import { useState } from 'react';
import type * as z from 'zod';
import { attachmentPath, type OfficeAttachment } from '../../../../contract/operations/office.ts';
import { formatMegabytes } from '../../../i18n/formats.ts';
import type { ProcedureWords } from '../../../i18n/procedure-texts.ts';
import { useProcedureText, useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice } from '../../../ui/Notices.tsx';
import styles from './AttachmentGallery.module.css';
import { AttachmentViewer, type ViewedPicture } from './AttachmentViewer.tsx';
import { addressOf } from './call.ts';

interface AttachmentGalleryProps {
  readonly procedure: ProcedureWords;
  readonly attachments: readonly z.infer<typeof OfficeAttachment>[];
}

/** The photos and papers that came along, in their order; those still on their way are named, not hidden. */
export function AttachmentGallery({ procedure, attachments }: AttachmentGalleryProps) {
  const t = useText('office');
  const texts = useProcedureText(procedure);
  const [viewed, setViewed] = useState<string | undefined>(undefined);
  const nameOf = (document: string) =>
    document === 'signature'
      ? t('attachments.signature')
      : (texts.find(`documents.${document}.name`) ??
        texts.find(`questions.${document.replace(/\.\d+$/, '')}.label`) ??
        document);
  const awaited = attachments.filter(({ state }) => state === 'awaited').length;
  // The signature is looked at last, after the papers it stands under.
  const inOrder = attachments.toSorted(
    (a, b) => Number(a.document === 'signature') - Number(b.document === 'signature'),
  );
  const pictures: readonly ViewedPicture[] = inOrder
    .filter(({ state, mediaType }) => state === 'stored' && mediaType.startsWith('image/'))
    .map(({ id, document }) => ({ id, address: addressOf(attachmentPath, { id }), name: nameOf(document) }));
  return (
    <section className={styles.gallery}>
      <h2>{t('attachments.title', { count: attachments.length })}</h2>
      {attachments.length === 0 && <p>{t('attachments.none')}</p>}
      {awaited > 0 && <Notice tone="care" title={t('attachments.awaitedSome', { count: awaited })} />}
      <ul>
        {inOrder.map(({ id, document, mediaType, size, state }) => (
          <li key={id}>
            {state === 'awaited' ? (
              <span className={styles.awaited}>
                <Icon name="clock" />
                {t('attachments.awaited')}
              </span>
            ) : mediaType.startsWith('image/') ? (
              <button
                type="button"
                onClick={() => setViewed(id)}
                aria-label={t('attachments.view', { name: nameOf(document) })}
              >
                <img src={addressOf(attachmentPath, { id })} alt="" loading="lazy" decoding="async" />
              </button>
            ) : mediaType.startsWith('audio/') ? (
              // biome-ignore lint/a11y/useMediaCaption: what was said in the village; nobody has written it down
              <audio
                controls
                preload="none"
                src={addressOf(attachmentPath, { id })}
                aria-label={nameOf(document)}
              />
            ) : (
              <a
                className={styles.file}
                href={addressOf(attachmentPath, { id })}
                target="_blank"
                rel="noreferrer"
              >
                {t('attachments.open')}
              </a>
            )}
            <span>{nameOf(document)}</span>
            <span className={styles.size}>{formatMegabytes(size)}</span>
          </li>
        ))}
      </ul>
      {viewed !== undefined && (
        <AttachmentViewer pictures={pictures} first={viewed} onClose={() => setViewed(undefined)} />
      )}
    </section>
  );
}
