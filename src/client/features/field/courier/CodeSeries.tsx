import { useEffect, useMemo, useState } from 'react';
import { encode } from 'uqr';
import { useText } from '../../../i18n/useText.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './Courier.module.css';
import { CourierFrame } from './CourierFrame.tsx';

/** Milliseconds a code stays: an old camera reads two or three pictures in that time. */
const EACH = 450;

/** A series of codes, one after another in a circle, as large as the screen allows; stands still when asked to. */
export function CodeSeries({
  frames,
  onBack,
}: {
  readonly frames: readonly Uint8Array<ArrayBuffer>[];
  readonly onBack: () => void;
}) {
  const t = useText('courier');
  const [at, setAt] = useState(0);
  const [isGoing, setGoing] = useState(true);
  const go = (step: number) => setAt((before) => (before + step + frames.length) % frames.length);
  useEffect(() => {
    if (!isGoing) return;
    const timer = setInterval(() => setAt((before) => (before + 1) % frames.length), EACH);
    return () => clearInterval(timer);
  }, [isGoing, frames.length]);
  const frame = frames[at];
  return (
    <CourierFrame
      title={t('codes.title')}
      onBack={onBack}
      end={
        <Button variant="solid" size="large" onClick={() => setGoing(!isGoing)}>
          {t(isGoing ? 'codes.hold' : 'codes.goOn')}
        </Button>
      }
    >
      <p>{t('codes.text')}</p>
      <div className={styles.place}>
        <Button
          icon={<Icon name="back" />}
          aria-label={t('codes.previous')}
          disabled={isGoing}
          onClick={() => go(-1)}
        />
        <span>{t('codes.place', { place: at + 1, of: frames.length })}</span>
        <Button
          icon={<Icon name="next" />}
          aria-label={t('codes.next')}
          disabled={isGoing}
          onClick={() => go(1)}
        />
      </div>
      {frame !== undefined && (
        <Code frame={frame} label={t('codes.place', { place: at + 1, of: frames.length })} />
      )}
    </CourierFrame>
  );
}

function Code({ frame, label }: { readonly frame: Uint8Array<ArrayBuffer>; readonly label: string }) {
  const { side, path } = useMemo(() => {
    const { data } = encode([...frame], { ecc: 'L', border: 4 });
    const dark = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
    return { side: data.length, path: dark.join('') };
  }, [frame]);
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.code}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
