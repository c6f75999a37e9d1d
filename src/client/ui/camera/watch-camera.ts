/** Larger pictures cost time on an old tablet and read no better. */
const MAX_SIDE = 1280;
/** Milliseconds between two looks where nothing was found. */
const REST = 60;

interface Watching {
  /** Where the person sees what the camera sees. */
  readonly video: HTMLVideoElement;
  readonly signal: AbortSignal;
  /** The camera is open; called once. */
  readonly onOpen: () => void | Promise<void>;
  /** Each picture in turn, the next one only when this one was looked at. `done` closes the camera. */
  readonly onPicture: (picture: ImageData) => Promise<'go-on' | 'done'>;
}

/**
 * Opens the camera at the back and hands out its pictures until one of them was the last or `signal` says so; the camera
 * is closed in every case. Throws where there is no camera or its use was refused.
 */
export async function watchCamera({ video, signal, onOpen, onPicture }: Watching): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  signal.addEventListener('abort', stop);
  try {
    if (signal.aborted) return;
    video.srcObject = stream;
    await video.play();
    await onOpen();
    while (!signal.aborted) {
      const picture = pictureOf(video);
      if (picture !== undefined && (await onPicture(picture)) === 'done') return;
      await new Promise((resolve) => setTimeout(resolve, REST));
    }
  } catch (error) {
    // Somebody left while the camera was opening: the picture that never came is nobody's trouble.
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
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
