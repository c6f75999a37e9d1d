import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/useText.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { Notice, Spinner } from '../Notices.tsx';
import styles from './PhotoInput.module.css';
import { type PreparedPhoto, preparePhoto } from './prepare-photo.ts';

interface PhotoInputProps {
  /** What is to be photographed, said on the buttons' group. */
  readonly label: string;
  /** The person looked at the picture and took it. */
  readonly onAccept: (photo: PreparedPhoto) => void;
}

type State =
  | { readonly kind: 'empty' }
  | { readonly kind: 'working' }
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'preview'; readonly file: File; readonly turns: number; readonly photo: PreparedPhoto };

/** Camera or file, then a look at the picture: turn it, take it again, or use it. */
export function PhotoInput({ label, onAccept }: PhotoInputProps) {
  const t = useText();
  const camera = useRef<HTMLInputElement>(null);
  const gallery = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>({ kind: 'empty' });

  const prepare = async (file: File, turns: number) => {
    setState({ kind: 'working' });
    const outcome = await preparePhoto(file, turns);
    setState(outcome.kind === 'prepared' ? { kind: 'preview', file, turns, photo: outcome.photo } : outcome);
  };
  const picked = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // The same file may be picked again after a retake.
    input.value = '';
    if (file !== undefined) void prepare(file, 0);
  };
  return (
    <fieldset className={styles.photo}>
      <legend className="visually-hidden">{label}</legend>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        data-photo="camera"
        onChange={(event) => picked(event.currentTarget)}
      />
      <input
        ref={gallery}
        type="file"
        accept="image/*"
        hidden
        data-photo="file"
        onChange={(event) => picked(event.currentTarget)}
      />
      {state.kind === 'working' && <Spinner label={t('photo.working')} />}
      {state.kind === 'not-a-picture' && <Notice tone="problem">{t('photo.notAPicture')}</Notice>}
      {state.kind === 'preview' ? (
        <>
          <Preview photo={state.photo} label={t('photo.preview')} />
          <div className={styles.tools}>
            <Button
              variant="solid"
              icon={<Icon name="check" />}
              onClick={() => {
                onAccept(state.photo);
                setState({ kind: 'empty' });
              }}
            >
              {t('photo.use')}
            </Button>
            <Button
              icon={<Icon name="turn" />}
              onClick={() => void prepare(state.file, (state.turns + 1) % 4)}
            >
              {t('photo.turn')}
            </Button>
            <Button variant="quiet" icon={<Icon name="camera" />} onClick={() => camera.current?.click()}>
              {t('photo.again')}
            </Button>
          </div>
        </>
      ) : (
        state.kind !== 'working' && (
          <div className={styles.tools}>
            <Button variant="solid" icon={<Icon name="camera" />} onClick={() => camera.current?.click()}>
              {t('photo.take')}
            </Button>
            <Button icon={<Icon name="picture" />} onClick={() => gallery.current?.click()}>
              {t('photo.choose')}
            </Button>
          </div>
        )
      )}
    </fieldset>
  );
}

/** The frame has the picture's size before it is decoded, so that no button moves from under a finger. */
function Preview({ photo, label }: { readonly photo: PreparedPhoto; readonly label: string }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([photo.bytes], { type: photo.mediaType }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  const size = { '--width': `${photo.width}px`, '--ratio': photo.width / photo.height } as CSSProperties;
  return (
    <div className={styles.preview} style={size}>
      {url !== undefined && <img src={url} alt={label} />}
    </div>
  );
}
