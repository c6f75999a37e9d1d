import { useRef } from 'react';
import { missingFrames, type Series } from '../../../../contract/courier/qr-frames.ts';
import { useText } from '../../../i18n/useText.ts';
import { Notice, Progress, Spinner } from '../../../ui/Notices.tsx';
import styles from './Courier.module.css';
import { CourierFrame } from './CourierFrame.tsx';
import { useCodeCamera } from './useCodeCamera.ts';

/** Named one by one while they are few. */
const FEW = 12;

/** The camera on the other tablet's codes, and which of them are still missing. */
export function CodeCamera({
  onWhole,
  onBack,
}: {
  readonly onWhole: (part: Uint8Array<ArrayBuffer>) => void;
  readonly onBack: () => void;
}) {
  const t = useText('courier');
  const video = useRef<HTMLVideoElement>(null);
  const state = useCodeCamera(video, onWhole);
  return (
    <CourierFrame title={t('camera.title')} onBack={onBack}>
      <p>{t('camera.text')}</p>
      {state.kind === 'no-camera' && (
        <Notice tone="care" title={t('camera.none')}>
          {t('camera.noneText')}
        </Notice>
      )}
      {state.kind === 'starting' && <Spinner label={t('camera.starting')} />}
      {state.kind === 'looking' && <Found series={state.series} />}
      <video ref={video} className={styles.video} muted playsInline hidden={state.kind === 'no-camera'} />
    </CourierFrame>
  );
}

function Found({ series }: { readonly series: Series | undefined }) {
  const t = useText('courier');
  if (series === undefined) return <p role="status">{t('camera.nothingYet')}</p>;
  const missing = missingFrames(series);
  const there = series.of - missing.length;
  return (
    <div className={styles.block} role="status">
      <Progress value={there / series.of} label={t('camera.found', { there, of: series.of })} />
      <p>
        <b>{t('camera.found', { there, of: series.of })}</b>{' '}
        {missing.length <= FEW && t('camera.missing', { places: missing.join(', ') })}
      </p>
    </div>
  );
}
