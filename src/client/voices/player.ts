import type { Spoken } from './choose-voice.ts';

/** Somebody speaking; one at a time in the whole app. */
export interface Speaking {
  /** Resolves when all was said, or when it was stopped. */
  readonly ended: Promise<void>;
  readonly stop: () => void;
}

let current: Speaking | undefined;

/** A little slower than people speak: the listener is old, the room is loud. */
const RATE = 0.9;

/**
 * Says what can be said, in order, and passes over the rest; whoever spoke before falls silent. A recording that does not
 * play is passed over like one that is not there.
 */
export function speak(
  parts: readonly Spoken[],
  loadSound: (digest: string) => Promise<Blob | undefined>,
): Speaking {
  current?.stop();
  const silence = new AbortController();
  const speaking: Speaking = {
    ended: sayAll(parts, loadSound, silence.signal),
    stop: () => silence.abort(),
  };
  current = speaking;
  return speaking;
}

async function sayAll(
  parts: readonly Spoken[],
  loadSound: (digest: string) => Promise<Blob | undefined>,
  signal: AbortSignal,
): Promise<void> {
  for (const part of parts) {
    if (signal.aborted) return;
    if (part.kind === 'recording') {
      const sound = await loadSound(part.recording.digest);
      if (sound !== undefined) await play(sound, signal);
    } else if (part.kind === 'device') await sayByDevice(part.text, part.language, signal);
  }
}

async function play(sound: Blob, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const url = URL.createObjectURL(sound);
  const audio = new Audio(url);
  try {
    await new Promise<void>((resolve) => {
      audio.onended = () => resolve();
      audio.onerror = () => resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
      audio.play().catch(() => resolve());
    });
  } finally {
    audio.pause();
    URL.revokeObjectURL(url);
  }
}

async function sayByDevice(text: string, language: string, signal: AbortSignal): Promise<void> {
  const voice = findDeviceVoice(language);
  if (voice === undefined || signal.aborted) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = RATE;
  await new Promise<void>((resolve) => {
    utterance.onend = () => resolve();
    utterance.onerror = () => resolve();
    signal.addEventListener(
      'abort',
      () => {
        speechSynthesis.cancel();
        resolve();
      },
      { once: true },
    );
    speechSynthesis.speak(utterance);
  });
}

/** A voice that is on the device and needs no network; one of another language would be worse than none. */
export function findDeviceVoice(language: string): SpeechSynthesisVoice | undefined {
  const [wanted] = language.toLowerCase().split('-');
  return globalThis.speechSynthesis
    ?.getVoices()
    .find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === wanted);
}
