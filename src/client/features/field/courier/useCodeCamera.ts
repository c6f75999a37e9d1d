import { type RefObject, useEffect, useState } from 'react';
import {
  joinFrames,
  missingFrames,
  type Series,
  type SeriesSeen,
  takeFrame,
} from '../../../../contract/courier/qr-frames.ts';

export type CameraState =
  | { readonly kind: 'starting' }
  /** No camera, or its use was refused. */
  | { readonly kind: 'no-camera' }
  /** `series`: the one whose code was read last. */
  | { readonly kind: 'looking'; readonly series: Series | undefined };

/** Larger pictures cost time on an old tablet and read no better. */
const MAX_SIDE = 1280;
/** Milliseconds between two looks where nothing was found. */
const REST = 60;

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
    let wanted = true;
    let stream: MediaStream | undefined;
    const look = async () => {
      const picture = video.current;
      if (picture === null) return;
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      if (!wanted) return stop(stream);
      picture.srcObject = stream;
      await picture.play();
      const { readCodes } = await import('./read-codes.ts');
      if (wanted) setState({ kind: 'looking', series: undefined });
      let seen: SeriesSeen = [];
      while (wanted) {
        const frame = pictureOf(picture);
        const codes = frame === undefined ? [] : await readCodes(frame);
        for (const code of codes) {
          const outcome = await takeFrame(seen, code);
          if (outcome.kind === 'not-a-frame') continue;
          seen = outcome.seen;
          if (wanted && outcome.kind === 'new') setState({ kind: 'looking', series: outcome.series });
          if (missingFrames(outcome.series).length > 0) continue;
          const part = await joinFrames(outcome.series);
          if (part !== undefined && wanted) return onWhole(part);
        }
        await new Promise((resolve) => setTimeout(resolve, REST));
      }
    };
    look()
      .catch(() => {
        if (wanted) setState({ kind: 'no-camera' });
      })
      .finally(() => stop(stream));
    return () => {
      wanted = false;
      stop(stream);
    };
  }, [video]);
  return state;
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function pictureOf(video: HTMLVideoElement): ImageData | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0 || videoHeight === 0) return undefined;
  const scale = Math.min(1, MAX_SIDE / Math.max(videoWidth, videoHeight));
  const width = Math.round(videoWidth * scale);
  const height = Math.round(videoHeight * scale);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(video, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
