import { useCallback, useEffect, useRef, useState } from 'react';
import { recordVoice, type Voice, type VoiceRecorder } from '../../../ui/sound/record-voice.ts';
import { useServices } from './services.ts';

export interface VoiceRecording {
  readonly state: 'resting' | 'opening' | 'recording' | 'keeping' | 'no-microphone' | 'nothing-heard';
  /** Between the press and the moment when it is kept. */
  readonly isBusy: boolean;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/**
 * Records one voice at a time, and hands it to `keep` when it is ended by hand, by leaving the screen or by the lock: what was said
 * once is not lost to a touch of the wrong button (I1).
 */
export function useVoiceRecorder(keep: (voice: Voice) => Promise<void>): VoiceRecording {
  const { now, session } = useServices();
  const [state, setState] = useState<VoiceRecording['state']>('resting');
  const recorder = useRef<VoiceRecorder>(undefined);
  const isHere = useRef(false);
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  const end = useCallback(async () => {
    const open = recorder.current;
    if (open === undefined) return;
    recorder.current = undefined;
    setState('keeping');
    const voice = await open.stop();
    if (voice !== undefined) await latest.current(voice);
    setState(voice === undefined ? 'nothing-heard' : 'resting');
  }, []);
  useEffect(() => {
    isHere.current = true;
    const forgetLock = session.beforeLock(end);
    return () => {
      isHere.current = false;
      forgetLock();
      void end();
    };
  }, [session, end]);
  const begin = async () => {
    setState('opening');
    try {
      const open = await recordVoice(() => now().getTime());
      // Whoever left while the browser asked for the microphone does not want to be heard any more.
      if (!isHere.current) return open.drop();
      recorder.current = open;
      setState('recording');
    } catch {
      setState('no-microphone');
    }
  };
  const isBusy = state === 'opening' || state === 'recording' || state === 'keeping';
  return { state, isBusy, begin, end };
}
