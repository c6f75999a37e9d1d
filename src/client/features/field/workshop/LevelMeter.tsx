import { useEffect, useRef, useState } from 'react';
import { useText } from '../../../i18n/useText.ts';
import { watchLevel } from '../../../ui/sound/watch-level.ts';
import styles from './Workshop.module.css';

/** Above this somebody speaks: -25 dB. */
const SPEECH = 0.5;

/** What the microphone has heard until now. */
type Heard = 'listening' | 'heard' | 'tooLoud';

/** How loud the microphone hears somebody, as a thread that grows; words only where something should change. */
export function LevelMeter({ stream }: { readonly stream: MediaStream }) {
  const t = useText('workshop');
  const thread = useRef<HTMLElement>(null);
  const [heard, setHeard] = useState<Heard>('listening');
  useEffect(
    () =>
      watchLevel(stream, (level, isTooLoud) => {
        // Many times a second: drawn past React.
        thread.current?.style.setProperty('--level', String(level));
        if (isTooLoud) setHeard('tooLoud');
        else if (level > SPEECH) setHeard((before) => (before === 'listening' ? 'heard' : before));
      }),
    [stream],
  );
  return (
    <div className={styles.meter}>
      <div className={styles.level} aria-hidden="true">
        <i ref={thread} />
      </div>
      <p role="status">{t(`record.${heard}`)}</p>
    </div>
  );
}
