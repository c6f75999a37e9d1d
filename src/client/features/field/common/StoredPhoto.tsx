import { useText } from '../../../i18n/useText.ts';
import type { DraftAttachment } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './StoredPhoto.module.css';
import { useStoredFile } from './useStoredFile.ts';

interface StoredPhotoProps {
  readonly attachment: Pick<DraftAttachment, 'id' | 'key' | 'mediaType'> | undefined;
  readonly alt: string;
  readonly onRemove?: () => void;
}

/** A photo read back from the disk: what is seen here is what was kept, not what the camera held. */
export function StoredPhoto({ attachment, alt, onRemove }: StoredPhotoProps) {
  const t = useText('interview');
  const file = useStoredFile(attachment);
  return (
    <figure className={styles.photo}>
      {file.kind === 'read' ? (
        <img src={file.url} alt={alt} />
      ) : (
        <p className={styles.waiting}>{file.kind === 'gone' ? t('photo.sentAndGone') : '…'}</p>
      )}
      {onRemove !== undefined && (
        <Button variant="quiet" icon={<Icon name="close" size={20} />} onClick={onRemove}>
          {t('photo.remove')}
        </Button>
      )}
    </figure>
  );
}
