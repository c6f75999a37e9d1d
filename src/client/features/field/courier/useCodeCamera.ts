import { type RefObject, useEffect, useState } from 'react';
import {
  joinFrames,
  missingFrames,
  type Series,
  type SeriesSeen,
  takeFrame,
} from '../../../../contract/courier/qr-frames.ts';
import { watchCamera } from '../../../ui/camera/watch-camera.ts';

export type CameraState =
  | { readonly kind: 'starting' }
  /** No camera, or its use was refused. */
  | { readonly kind: 'no-camera' }
  /** `series`: the one whose code was read last. */
  | { readonly kind: 'looking'; readonly series: Series | undefined };

/**
 * Looks through the camera until a series is whole, then hands out its part and stops. The reader comes as a chunk of its own.
 */
export function useCodeCamera(
  video: RefObject<HTMLVideoElement | null>,
  onWhole: (part: Uint8Array<ArrayBuffer>) => void,
): CameraState {
  const [state, setState] = useState<CameraState>({ kind: 'starting' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `onWhole` is new at each render; the camera is opened once
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const look = async () => {
      if (video.current === null) return;
      const reader = import('../../../ui/camera/read-codes.ts');
      let seen: SeriesSeen = [];
      await watchCamera({
        video: video.current,
        signal,
        onOpen: async () => {
          await reader;
          if (!signal.aborted) setState({ kind: 'looking', series: undefined });
        },
        onPicture: async (picture) => {
          const { readCodes } = await reader;
          for (const { bytes } of await readCodes(picture, 'qr')) {
            const outcome = await takeFrame(seen, bytes);
            if (outcome.kind === 'not-a-frame') continue;
            seen = outcome.seen;
            if (!signal.aborted && outcome.kind === 'new')
              setState({ kind: 'looking', series: outcome.series });
            if (missingFrames(outcome.series).length > 0) continue;
            const part = await joinFrames(outcome.series);
            if (part === undefined || signal.aborted) continue;
            onWhole(part);
            return 'done';
          }
          return 'go-on';
        },
      });
    };
    look().catch(() => {
      if (!signal.aborted) setState({ kind: 'no-camera' });
    });
    return () => leaving.abort();
  }, [video]);
  return state;
}
