/** What a microphone took down; `mediaType` as the envelope names it. */
export interface Voice {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: 'audio/webm' | 'audio/mp4';
  readonly seconds: number;
}

export interface VoiceRecorder {
  /** What the microphone hears, for who measures it. */
  readonly stream: MediaStream;
  /** Ends the recording and gives it; undefined where nothing was heard. */
  readonly stop: () => Promise<Voice | undefined>;
  /** Ends it and keeps nothing. */
  readonly drop: () => void;
}

/** Speech is understood at this rate, and a minute of it is about 180 kB. */
const BITS_PER_SECOND = 24_000;
/** For a take that is worked on and made small afterwards. */
export const FINE_BITS_PER_SECOND = 96_000;

/**
 * Opens the microphone and records until told to stop: Opus in WebM, or AAC in MP4 where the browser has no other.
 * Throws where there is no microphone or its use was refused.
 */
export async function recordVoice(
  now: () => number,
  audioBitsPerSecond = BITS_PER_SECOND,
): Promise<VoiceRecorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true } });
  const mediaType = MediaRecorder.isTypeSupported('audio/webm;codecs=opus') ? 'audio/webm' : 'audio/mp4';
  const recorder = new MediaRecorder(stream, { mimeType: mediaType, audioBitsPerSecond });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) parts.push(data);
  });
  const begun = now();
  recorder.start(1000);
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => resolve());
  });
  return {
    stream,
    async stop() {
      const seconds = (now() - begun) / 1000;
      recorder.stop();
      await ended;
      close();
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      return bytes.length === 0 ? undefined : { bytes, mediaType, seconds };
    },
    drop() {
      recorder.stop();
      close();
    },
  };
}
