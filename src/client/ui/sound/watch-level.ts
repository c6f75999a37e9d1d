/** Quieter than this the meter rests: -50 dB. */
const FLOOR = -50;

/**
 * Tells how loud a microphone is, from 0 (nobody speaks) to 1 (as loud as it goes), about as often as the screen is drawn.
 * `clips`: so loud that it is cut off. Returns "stop". Where the browser cannot measure, it tells nothing.
 */
export function watchLevel(stream: MediaStream, tell: (level: number, clips: boolean) => void): () => void {
  if (!('AudioContext' in globalThis)) return () => undefined;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  // A sixth of a second: a short syllable is not missed between two drawings of a slow tablet.
  analyser.fftSize = 8192;
  context.createMediaStreamSource(stream).connect(analyser);
  const values = new Float32Array(analyser.fftSize);
  let frame = requestAnimationFrame(look);
  function look(): void {
    analyser.getFloatTimeDomainData(values);
    const peak = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    tell(levelOf(peak), peak >= 0.99);
    frame = requestAnimationFrame(look);
  }
  return () => {
    cancelAnimationFrame(frame);
    void context.close();
  };
}

/** The part of the meter that a peak fills: even steps for what the ear hears as even. */
export function levelOf(peak: number): number {
  const decibels = 20 * Math.log10(Math.max(peak, 1e-6));
  return Math.min(1, Math.max(0, 1 - decibels / FLOOR));
}
