import { useState } from 'react';
import { attachmentPath } from '../../../../contract/operations/office.ts';
import type { ProblemDetail } from '../../../../contract/operations/problems.ts';
import { useText } from '../../../i18n/useText.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { AttachmentViewer } from '../common/AttachmentViewer.tsx';
import { addressOf } from '../common/call.ts';
import styles from './Problems.module.css';

/** Photos and words spoken that came with a report; those still on their way are named, not hidden. */
export function ReportFiles({ files }: { readonly files: ProblemDetail['files'] }) {
  const t = useText('office-problems');
  const [viewed, setViewed] = useState<string>();
  if (files.length === 0) return null;
  const isPhoto = (file: { readonly mediaType: string }) => file.mediaType.startsWith('image/');
  const named = files.map((file) => {
    const alike = files.filter((other) => isPhoto(other) === isPhoto(file));
    const place = alike.indexOf(file) + 1;
    return {
      ...file,
      address: addressOf(attachmentPath, { id: file.id }),
      name: t(isPhoto(file) ? 'files.photo' : 'files.voice', { place }),
    };
  });
  const pictures = named.filter((file) => isPhoto(file) && file.state === 'stored');
  return (
    <section className={styles.files}>
      <h2>{t('files.title', { count: files.length })}</h2>
      <ul>
        {named.map((file) => (
          <li key={file.id}>
            {file.state === 'awaited' ? (
              <span className={styles.awaited}>
                <Icon name="clock" />
                {t('files.awaited')}
              </span>
            ) : isPhoto(file) ? (
              <button
                type="button"
                onClick={() => setViewed(file.id)}
                aria-label={t('files.view', { name: file.name })}
              >
                <img src={file.address} alt="" loading="lazy" decoding="async" />
              </button>
            ) : (
              // biome-ignore lint/a11y/useMediaCaption: what was said in the village; nobody has written it down
              <audio controls preload="none" src={file.address} aria-label={file.name} />
            )}
            <span>{file.name}</span>
          </li>
        ))}
      </ul>
      {viewed !== undefined && (
        <AttachmentViewer pictures={pictures} first={viewed} onClose={() => setViewed(undefined)} />
      )}
    </section>
  );
}
