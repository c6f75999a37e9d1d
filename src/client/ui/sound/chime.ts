/** One soft tone, for what must be noticed by somebody who looks elsewhere. Silent where the browser plays no sound. */
export function chime(): void {
  if (globalThis.AudioContext === undefined) return;
  try {
    const context = new AudioContext();
    const tone = context.createOscillator();
    const loudness = context.createGain();
    tone.frequency.value = 660;
    loudness.gain.setValueAtTime(0.3, context.currentTime);
    loudness.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.6);
    tone.connect(loudness).connect(context.destination);
    tone.onended = () => void context.close();
    tone.start();
    tone.stop(context.currentTime + 0.6);
  } catch {
    // No sound on this machine; what is on the screen says the same.
  }
}
