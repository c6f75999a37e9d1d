import { useState } from 'react';
import type { Answers } from '../../../../../domain/procedure/contract/answers.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Notice } from '../../../../ui/Notices.tsx';
import { PhotoInput } from '../../../../ui/photo/PhotoInput.tsx';
import { StoredPhoto } from '../../common/StoredPhoto.tsx';
import { useInterview } from '../interview-context.ts';
import styles from './widgets.module.css';

interface PhotoPagesProps {
  readonly label: string;
  /** Under which the envelope names them. */
  readonly document: string;
  readonly attachments: readonly string[];
  readonly most: number;
  /** The answers with other pages in the one that these belong to. */
  readonly change: (answers: Answers, pages: (before: readonly string[]) => string[]) => Answers;
}

/** Photos in order, the pages of one paper; each is on the disk before it is shown. */
export function PhotoPages({ label, document, attachments, most, change }: PhotoPagesProps) {
  const t = useText('interview');
  const { store, draft } = useInterview();
  const [failure, setFailure] = useState<'no-space' | 'stale'>();
  return (
    <div className={styles.stack}>
      {attachments.length > 0 && (
        <ol className={styles.pages}>
          {attachments.map((id, index) => {
            const attachment = draft.attachments.find((one) => one.id === id);
            return (
              <li key={id}>
                <StoredPhoto
                  attachment={attachment}
                  alt={t('photo.page', { page: index + 1, of: label })}
                  onRemove={() =>
                    void store.removeFile(id, (answers) =>
                      change(answers, (pages) => pages.filter((one) => one !== id)),
                    )
                  }
                />
              </li>
            );
          })}
        </ol>
      )}
      {failure !== undefined && <Notice tone="problem">{t(`save.${failure}`)}</Notice>}
      {attachments.length < most ? (
        <PhotoInput
          label={t(attachments.length === 0 ? 'photo.first' : 'photo.next', { of: label })}
          onAccept={async ({ bytes, mediaType }) => {
            const outcome = await store.addFile({ document, bytes, mediaType }, (id, answers) =>
              change(answers, (pages) => [...pages, id]),
            );
            setFailure(outcome.kind === 'added' ? undefined : outcome.kind);
          }}
        />
      ) : (
        <p>{t('photo.enough', { count: most })}</p>
      )}
    </div>
  );
}
