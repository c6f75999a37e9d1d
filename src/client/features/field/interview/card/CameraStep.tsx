import { useEffect, useRef, useState } from 'react';
import { type ParsedCardQr, parseCardQr } from '../../../../../domain/citizen/card-qr.ts';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { openQrReader } from '../../../../ui/camera/read-qr.ts';
import { watchCamera } from '../../../../ui/camera/watch-camera.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { CardPage } from './CardPage.tsx';
import { CareNotice } from './CareNotice.tsx';
import styles from './card.module.css';
import { type CardRead, readFromCode } from './card-read.ts';

interface CameraStepProps {
  readonly onRead: (card: CardRead) => void;
  /** The three lines on the back instead. */
  readonly onOther: () => void;
  readonly onClose: () => void;
}

type Failure = Exclude<ParsedCardQr['kind'], 'card'>;
type NoCamera = 'refused' | 'none' | 'failed';

/** Holds the card before the camera. A code that is no card's is said, and the camera goes on looking. */
export function CameraStep({ onRead, onOther, onClose }: CameraStepProps) {
  const t = useText('card');
  const [tries, setTries] = useState(0);
  const [noCamera, setNoCamera] = useState<NoCamera>();
  const [failure, setFailure] = useState<Failure>();
  return (
    <CardPage
      title={t.sentence('camera.title')}
      hint={t.sentence('camera.hint')}
      foot={
        <>
          <Button icon={<Icon name="close" />} onClick={onClose}>
            {t('close')}
          </Button>
          <Button
            icon={<Icon name="edit" />}
            variant={noCamera === undefined ? 'outline' : 'solid'}
            onClick={onOther}
          >
            {t('camera.toLines')}
          </Button>
        </>
      }
    >
      {noCamera === undefined ? (
        <Viewfinder
          key={tries}
          onCode={(parsed) => {
            if (parsed.kind !== 'card') return setFailure(parsed.kind);
            onRead(readFromCode(parsed.card));
          }}
          onNoCamera={setNoCamera}
        />
      ) : (
        <Notice
          tone="problem"
          title={t(`camera.no.${noCamera}.title`)}
          action={
            <Button
              icon={<Icon name="camera" />}
              onClick={() => {
                setNoCamera(undefined);
                setTries(tries + 1);
              }}
            >
              {t('camera.again')}
            </Button>
          }
        >
          <p>{t(`camera.no.${noCamera}.what`)}</p>
        </Notice>
      )}
      {noCamera === undefined && failure !== undefined && (
        <div role="status">
          <CareNotice sentence={t.sentence(`camera.wrong.${failure}`)} />
        </div>
      )}
    </CardPage>
  );
}

function Viewfinder({
  onCode,
  onNoCamera,
}: {
  readonly onCode: (parsed: ParsedCardQr) => void;
  readonly onNoCamera: (why: NoCamera) => void;
}) {
  const t = useText('card');
  const video = useRef<HTMLVideoElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callbacks are new at each render; the camera is opened once
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async () => {
      if (video.current === null) return;
      const reader = openQrReader();
      await watchCamera({
        video: video.current,
        signal,
        onOpen: () => reader.then(() => undefined),
        onPicture: async (picture) => {
          const texts = await (await reader)(picture, (text) => parseCardQr(text).kind === 'card');
          const read = texts.map(parseCardQr);
          const best = read.find(({ kind }) => kind === 'card') ?? read[0];
          if (best === undefined || signal.aborted) return 'go-on';
          onCode(best);
          return best.kind === 'card' ? 'done' : 'go-on';
        },
      });
    };
    look().catch((error: unknown) => {
      if (!signal.aborted) onNoCamera(whyNoCamera(error));
    });
    return () => leaving.abort();
  }, []);
  return (
    <div className={styles.finder}>
      <video ref={video} muted playsInline aria-label={t('camera.picture')} />
      <p role="status">{t('camera.looking')}</p>
    </div>
  );
}

function whyNoCamera(error: unknown): NoCamera {
  // Without the permission to ask, and in a page that may not, browsers have no such thing as media devices.
  if (error instanceof TypeError) return 'none';
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'failed';
}
