import { useCallback, useEffect, useRef, useState } from 'react';

/** Plays one sound at a time; who leaves the screen silences it. `play` again stops it. */
export function useSound(): {
  /** The name given with the sound that is heard now. */
  readonly playing: string | undefined;
  /** Resolves when it has ended, was stopped, or could not be played. */
  readonly play: (name: string, sound: Blob) => Promise<void>;
  readonly stop: () => void;
} {
  const [playing, setPlaying] = useState<string>();
  const current = useRef<() => void>(undefined);
  const stop = useCallback(() => current.current?.(), []);
  const play = useCallback(async (name: string, sound: Blob) => {
    current.current?.();
    const url = URL.createObjectURL(sound);
    const audio = new Audio(url);
    setPlaying(name);
    await new Promise<void>((resolve) => {
      current.current = resolve;
      audio.onended = () => resolve();
      audio.onerror = () => resolve();
      audio.play().catch(() => resolve());
    });
    audio.pause();
    URL.revokeObjectURL(url);
    setPlaying((now) => (now === name ? undefined : now));
  }, []);
  useEffect(() => stop, [stop]);
  return { playing, play, stop };
}
