import { useCallback, useEffect, useRef, useState } from 'react';
import { canEncode } from '../../../ui/sound/encode-opus.ts';
import { makeVoice } from '../../../ui/sound/make-voice.ts';
import {
  FINE_BITS_PER_SECOND,
  recordVoice,
  type Voice,
  type VoiceRecorder,
} from '../../../ui/sound/record-voice.ts';
import { useServices } from '../common/services.ts';

/** Why there is no voice, in words of `workshop.json` under `trouble`. */
export type Trouble =
  | 'no-microphone'
  | 'not-allowed'
  | 'nothing-heard'
  | 'too-long'
  | 'no-space'
  | 'interrupted';

export type Take =
  | { readonly kind: 'resting'; readonly trouble?: Trouble }
  | { readonly kind: 'opening' }
  | { readonly kind: 'recording'; readonly stream: MediaStream }
  | { readonly kind: 'shaping' }
  | { readonly kind: 'made'; readonly voice: Voice; readonly trouble?: Trouble };

/** Milliseconds: no sentence of the product takes longer, and no microphone stays open by oversight. */
const LONGEST = 30_000;

/** One try at a phrase: recorded, then trimmed and evened. Nothing of it is kept before somebody says so. */
export function useTake(): {
  readonly take: Take;
  readonly begin: () => Promise<void>;
  readonly end: () => Promise<void>;
  /** Says why a voice that was made cannot be kept; it stays, to be listened to or made anew. */
  readonly trouble: (trouble: Trouble) => void;
} {
  const { now } = useServices();
  const [take, setTake] = useState<Take>({ kind: 'resting' });
  const recorder = useRef<VoiceRecorder>(undefined);

  const interrupt = useCallback(() => {
    recorder.current?.drop();
    recorder.current = undefined;
    setTake({ kind: 'resting', trouble: 'interrupted' });
  }, []);

  const end = useCallback(async () => {
    const recording = recorder.current;
    if (recording === undefined) return;
    recorder.current = undefined;
    setTake({ kind: 'shaping' });
    const raw = await recording.stop();
    const voice = raw && (await makeVoice(raw));
    setTake(voice === undefined ? { kind: 'resting', trouble: 'nothing-heard' } : { kind: 'made', voice });
  }, []);

  const begin = useCallback(async () => {
    setTake({ kind: 'opening' });
    try {
      const quality = canEncode() ? FINE_BITS_PER_SECOND : undefined;
      const opened = await recordVoice(() => now().getTime(), quality);
      recorder.current = opened;
      setTake({ kind: 'recording', stream: opened.stream });
    } catch (error) {
      setTake({ kind: 'resting', trouble: troubleOf(error) });
    }
  }, [now]);

  const isRecording = take.kind === 'recording';
  useEffect(() => {
    if (!isRecording) return;
    const timer = setTimeout(() => void end(), LONGEST);
    // Browsers may silence the microphone of a page that nobody sees: half a sentence is worse than none.
    const hidden = () => {
      if (document.visibilityState === 'hidden') interrupt();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [isRecording, end, interrupt]);
  useEffect(() => () => recorder.current?.drop(), []);

  const trouble = useCallback(
    (why: Trouble) => setTake((before) => (before.kind === 'made' ? { ...before, trouble: why } : before)),
    [],
  );

  return { take, begin, end, trouble };
}

function troubleOf(error: unknown): Trouble {
  const isRefused =
    error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError');
  return isRefused ? 'not-allowed' : 'no-microphone';
}
