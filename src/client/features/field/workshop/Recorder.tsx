import { useEffect, useRef } from 'react';
import { useText } from '../../../i18n/useText.ts';
import type { StoredContribution } from '../../../storage/model.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { Notice, Spinner, StatusPill } from '../../../ui/Notices.tsx';
import { useSound } from '../../../ui/sound/useSound.ts';
import { useServices } from '../common/services.ts';
import { LevelMeter } from './LevelMeter.tsx';
import type { useTake } from './useTake.ts';
import styles from './Workshop.module.css';

interface RecorderProps {
  readonly taking: ReturnType<typeof useTake>;
  readonly own: StoredContribution | undefined;
  readonly isKeeping: boolean;
  readonly onKeep: () => void;
}

/**
 * Record, stop, listen, again, keep. The one thing to do next has the focus: pressing space again and again records a whole
 * road.
 */
export function Recorder({ taking, own, isKeeping, onKeep }: RecorderProps) {
  const t = useText('workshop');
  const { storage } = useServices();
  const { playing, play, stop } = useSound();
  const { take, begin, end } = taking;
  const next = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each state has its own next thing to do
  useEffect(() => next.current?.focus({ preventScroll: true }), [take.kind]);
  const record = () => {
    stop();
    void begin();
  };
  const hear = (name: string, load: () => Promise<Blob | undefined>) => async () => {
    if (playing === name) return stop();
    const sound = await load();
    if (sound !== undefined) await play(name, sound);
  };
  const kept = own?.kind === 'voice' ? own : undefined;
  const trouble = take.kind === 'resting' || take.kind === 'made' ? take.trouble : undefined;
  return (
    <div className={styles.recorder} data-take={take.kind}>
      {trouble !== undefined && (
        <Notice tone={trouble === 'no-space' ? 'problem' : 'care'}>{t(`trouble.${trouble}`)}</Notice>
      )}
      {take.kind === 'recording' && <LevelMeter stream={take.stream} />}
      {(take.kind === 'opening' || take.kind === 'shaping') && <Spinner label={t(`record.${take.kind}`)} />}
      {take.kind === 'resting' && kept !== undefined && (
        <div className={styles.tools}>
          <StatusPill state="good">{t('record.kept')}</StatusPill>
          <Button
            icon={<Icon name={playing === 'kept' ? 'stop' : 'speaker'} />}
            onClick={hear('kept', async () => {
              const sound = await storage.languages.findSound(kept.digest);
              return sound && new Blob([sound.bytes], { type: sound.mediaType });
            })}
          >
            {t('record.listen')}
          </Button>
        </div>
      )}
      {take.kind === 'resting' && (
        <Button ref={next} size="large" variant="solid" icon={<Icon name="microphone" />} onClick={record}>
          {t(kept === undefined ? 'record.begin' : 'record.again')}
        </Button>
      )}
      {take.kind === 'recording' && (
        <Button
          ref={next}
          size="large"
          variant="solid"
          icon={<Icon name="stop" />}
          onClick={() => void end()}
        >
          {t('record.stop')}
        </Button>
      )}
      {take.kind === 'made' && (
        <div className={styles.tools}>
          <Button
            ref={next}
            size="large"
            variant="solid"
            iconAfter={<Icon name="next" />}
            busy={isKeeping}
            onClick={onKeep}
          >
            {t('record.keep')}
          </Button>
          <Button
            size="large"
            icon={<Icon name={playing === 'take' ? 'stop' : 'speaker'} />}
            onClick={hear('take', async () => new Blob([take.voice.bytes], { type: take.voice.mediaType }))}
          >
            {t('record.listen')}
          </Button>
          <Button size="large" icon={<Icon name="undo" />} onClick={record}>
            {t('record.again')}
          </Button>
        </div>
      )}
    </div>
  );
}
