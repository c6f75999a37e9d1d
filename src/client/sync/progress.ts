/** What is left to send, as the driver sees it at one moment. */
export interface Look {
  readonly dossiers: number;
  readonly bytes: number;
  /** Device clock, milliseconds. */
  readonly at: number;
}

/** How far one round of sending has come: a fold over looks. */
export interface Progress {
  readonly last: Look;
  /** Bytes that went since the round began. */
  readonly bytesSent: number;
  /** Milliseconds they took, breaks of the line included: those are part of how long the rest will take. */
  readonly elapsed: number;
}

/** A longer gap between two looks was sleep or a clock set anew, and says nothing about the line. */
const LONGEST_STEP = 60_000;
/** Less than this says nothing yet. */
const ENOUGH_BYTES = 100_000;
const ENOUGH_TIME = 5_000;

/** The progress after one more look; the first one of a round begins it. What was finished meanwhile only adds to what is left. */
export function lookAgain(progress: Progress | undefined, look: Look): Progress {
  if (progress === undefined) return { last: look, bytesSent: 0, elapsed: 0 };
  const step = Math.min(LONGEST_STEP, Math.max(0, look.at - progress.last.at));
  return {
    last: look,
    bytesSent: progress.bytesSent + Math.max(0, progress.last.bytes - look.bytes),
    elapsed: progress.elapsed + step,
  };
}

/** From 0 to 1: of the bytes of this round, those that went. */
export function shareSent({ last, bytesSent }: Progress): number {
  const all = last.bytes + bytesSent;
  return all === 0 ? 1 : bytesSent / all;
}

/**
 * Minutes that the rest will take if the line stays as it was in this round, coarser the longer it takes: to the minute up
 * to ten, then to five, then to whole hours. Undefined until enough was sent to say so.
 */
export function minutesLeft({ last, bytesSent, elapsed }: Progress): number | undefined {
  if (bytesSent < ENOUGH_BYTES || elapsed < ENOUGH_TIME) return undefined;
  const minutes = (last.bytes * elapsed) / bytesSent / 60_000;
  const grain = minutes <= 10 ? 1 : minutes <= 57.5 ? 5 : 60;
  return Math.max(1, Math.round(minutes / grain) * grain);
}
