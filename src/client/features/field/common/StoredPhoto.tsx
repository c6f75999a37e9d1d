import { useEffect, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import type { DraftAttachment } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './StoredPhoto.module.css';
import { useSession } from './services.ts';

interface StoredPhotoProps {
  readonly attachment: Pick<DraftAttachment, 'id' | 'key' | 'mediaType'> | undefined;
  readonly alt: string;
  readonly onRemove?: () => void;
}

/** A photo read back from the disk: what is seen here is what was kept, not what the camera held. */
export function StoredPhoto({ attachment, alt, onRemove }: StoredPhotoProps) {
  const t = useText('interview');
  const { records } = useSession();
  const [url, setUrl] = useState<string>();
  const [isGone, setGone] = useState(false);
  const { id, key, mediaType } = attachment ?? {};
  useEffect(() => {
    if (id === undefined || key === undefined || mediaType === undefined) return;
    let made: string | undefined;
    let here = true;
    void records.readAttachment({ id, key }).then((bytes) => {
      if (!here) return;
      if (bytes === undefined) return setGone(true);
      made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      setUrl(made);
    });
    return () => {
      here = false;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [records, id, key, mediaType]);
  return (
    <figure className={styles.photo}>
      {url === undefined ? (
        <p className={styles.waiting}>{isGone ? t('photo.sentAndGone') : '…'}</p>
      ) : (
        <img src={url} alt={alt} />
      )}
      {onRemove !== undefined && (
        <Button variant="quiet" size="small" icon={<Icon name="close" size={20} />} onClick={onRemove}>
          {t('photo.remove')}
        </Button>
      )}
    </figure>
  );
}
