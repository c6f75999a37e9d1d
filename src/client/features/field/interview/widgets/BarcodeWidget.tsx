import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../../i18n/useText.ts';
import { Button } from '../../../../ui/Button.tsx';
import { watchCamera } from '../../../../ui/camera/watch-camera.ts';
import { Icon } from '../../../../ui/Icon.tsx';
import { Notice } from '../../../../ui/Notices.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import type { WidgetProps } from './widget-props.ts';
import styles from './widgets.module.css';

/** What a code says, read by the camera without a network, or typed from below it. */
export function BarcodeWidget({ value, onChange, ...words }: WidgetProps<'barcode'>) {
  const t = useText('interview');
  const [state, setState] = useState<'typing' | 'looking' | 'no-camera'>('typing');
  return (
    <div className={styles.stack}>
      <TextField
        label={words.label}
        hint={words.hint}
        labelHidden={words.labelHidden}
        problem={words.problem}
        maxLength={500}
        value={typeof value === 'string' ? value : ''}
        onChange={(text) => onChange(text === '' ? undefined : text)}
      />
      {state === 'no-camera' && <Notice tone="care">{t('barcode.noCamera')}</Notice>}
      {state === 'looking' && (
        <Viewfinder
          onRead={(text) => {
            onChange(text);
            setState('typing');
          }}
          onFailed={() => setState('no-camera')}
        />
      )}
      <div>
        {state === 'looking' ? (
          <Button icon={<Icon name="close" />} onClick={() => setState('typing')}>
            {t('barcode.stop')}
          </Button>
        ) : (
          <Button variant="solid" icon={<Icon name="qr" />} onClick={() => setState('looking')}>
            {t('barcode.scan')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Viewfinder({
  onRead,
  onFailed,
}: {
  readonly onRead: (text: string) => void;
  readonly onFailed: () => void;
}) {
  const t = useText('interview');
  const video = useRef<HTMLVideoElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the callbacks are new at each render; the camera is opened once
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async () => {
      if (video.current === null) return;
      const reader = import('../../../../ui/camera/read-codes.ts');
      await watchCamera({
        video: video.current,
        signal,
        onOpen: () => reader.then(() => undefined),
        onPicture: async (picture) => {
          const [code] = await (await reader).readCodes(picture, 'any');
          if (code === undefined || signal.aborted) return 'go-on';
          onRead(code.text.normalize('NFC'));
          return 'done';
        },
      });
    };
    look().catch(() => {
      if (!signal.aborted) onFailed();
    });
    return () => leaving.abort();
  }, []);
  return (
    <>
      <p role="status">{t('barcode.looking')}</p>
      <video ref={video} className={styles.viewfinder} muted playsInline />
    </>
  );
}
