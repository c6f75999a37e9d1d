import { useText } from '../../../../i18n/useText.ts';
import type { DraftAttachment } from '../../../../storage/model.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { useStoredFile } from '../../common/useStoredFile.ts';
import styles from './widgets.module.css';

interface StoredVoiceProps {
  readonly attachment: Pick<DraftAttachment, 'id' | 'key' | 'mediaType'> | undefined;
  readonly label: string;
  readonly onRemove: () => void;
}

/** A recording read back from the disk: what is heard here is what was kept. */
export function StoredVoice({ attachment, label, onRemove }: StoredVoiceProps) {
  const t = useText('interview');
  const file = useStoredFile(attachment);
  return (
    <div className={styles.tools}>
      {/* biome-ignore lint/a11y/useMediaCaption: a person's own words, said a moment ago; nobody has written them down */}
      {file.kind === 'read' && <audio controls src={file.url} aria-label={label} />}
      {file.kind === 'gone' && <span>{t('photo.sentAndGone')}</span>}
      <Button variant="quiet" icon={<Icon name="close" size={20} />} onClick={onRemove}>
        {t('recording.remove')}
      </Button>
    </div>
  );
}
