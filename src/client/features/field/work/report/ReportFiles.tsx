import { useText } from '../../../../i18n/useText.ts';
import type { UnsentFile } from '../../../../storage/field-work.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { PhotoInput } from '../../../../ui/photo/PhotoInput.tsx';
import { StoredPhoto } from '../../common/StoredPhoto.tsx';
import { useStoredFile } from '../../common/useStoredFile.ts';
import type { VoiceRecording } from '../../common/useVoiceRecorder.ts';
import styles from './Report.module.css';
import type { Unsent } from './useUnsent.ts';

/** As many as an envelope names. */
const MOST = 10;

/** Photos and words spoken for a report; each is on the disk before it is shown. */
export function ReportFiles({ unsent, voice }: { readonly unsent: Unsent; readonly voice: VoiceRecording }) {
  const t = useText('reports');
  const files = unsent.report?.files ?? [];
  const photos = files.filter(({ mediaType }) => mediaType.startsWith('image/'));
  const voices = files.filter(({ mediaType }) => mediaType.startsWith('audio/'));
  // What is being said will be one of them.
  const isFull = files.length + (voice.isBusy ? 1 : 0) >= MOST;
  return (
    <>
      <section className={styles.files}>
        <h2>{t('files.photos')}</h2>
        {photos.length > 0 && (
          <ol className={styles.photos}>
            {photos.map((photo, index) => (
              <li key={photo.id}>
                <StoredPhoto
                  attachment={photo}
                  alt={t('files.photo', { number: index + 1 })}
                  onRemove={() => void unsent.removeFile(photo.id)}
                />
              </li>
            ))}
          </ol>
        )}
        {!isFull && (
          <PhotoInput
            label={t('files.photos')}
            onAccept={({ bytes, mediaType }) => void unsent.addFile({ document: 'photo', bytes, mediaType })}
          />
        )}
      </section>
      <section className={styles.files}>
        <h2>{t('files.voices')}</h2>
        {voices.map((stored, index) => (
          <StoredVoice
            key={stored.id}
            voice={stored}
            label={t('files.voice', { number: index + 1 })}
            onRemove={() => void unsent.removeFile(stored.id)}
          />
        ))}
        {(!isFull || voice.isBusy) && <Recorder voice={voice} />}
      </section>
      {isFull && <p>{t('files.enough', { count: MOST })}</p>}
    </>
  );
}

function StoredVoice({
  voice,
  label,
  onRemove,
}: {
  readonly voice: UnsentFile;
  readonly label: string;
  readonly onRemove: () => void;
}) {
  const t = useText('reports');
  const file = useStoredFile(voice);
  return (
    <div className={styles.voice}>
      {/* biome-ignore lint/a11y/useMediaCaption: one's own words, said a moment ago; nobody has written them down */}
      {file.kind === 'read' && <audio controls src={file.url} aria-label={label} />}
      <Button variant="quiet" icon={<Icon name="close" size={20} />} onClick={onRemove}>
        {t('files.remove')}
      </Button>
    </div>
  );
}

function Recorder({ voice: { state, isBusy, begin, end } }: { readonly voice: VoiceRecording }) {
  const t = useText('reports');
  return (
    <>
      {(state === 'no-microphone' || state === 'nothing-heard') && (
        <Notice tone="care">{t(`files.${state}`)}</Notice>
      )}
      {state === 'recording' ? (
        <div role="status" className={styles.voice}>
          <Button variant="solid" icon={<Icon name="stop" />} onClick={() => void end()}>
            {t('files.stop')}
          </Button>
          <span>{t('files.listening')}</span>
        </div>
      ) : (
        <div>
          <Button icon={<Icon name="microphone" />} busy={isBusy} onClick={() => void begin()}>
            {t('files.record')}
          </Button>
        </div>
      )}
    </>
  );
}
