import type { IncomingMessage } from 'node:http';

/** How much may wait for its turn in memory; a faster sender is made to wait. */
const ENOUGH = 256 * 1024;

export type Chunk =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** The sender said that this was all. */
  | { readonly kind: 'end' }
  /** The line broke before the end. */
  | { readonly kind: 'broken' };

/**
 * The body of a request, piece by piece. Unlike the stream's own iterator it hands out everything that has arrived before it
 * says that the line broke: each byte of it was paid for on a slow line.
 */
export function readChunks(raw: IncomingMessage): { next(): Promise<Chunk> } {
  const waiting: Uint8Array[] = [];
  let bytes = 0;
  let last: Chunk | undefined;
  let wake: () => void = () => {};

  const finish = (kind: 'end' | 'broken') => {
    last ??= { kind };
    wake();
  };
  raw.on('data', (chunk: Buffer) => {
    waiting.push(chunk);
    bytes += chunk.length;
    if (bytes > ENOUGH) raw.pause();
    wake();
  });
  raw.on('end', () => finish('end'));
  raw.on('error', () => finish('broken'));
  raw.on('close', () => finish('broken'));

  return {
    async next() {
      for (;;) {
        const chunk = waiting.shift();
        if (chunk !== undefined) {
          bytes -= chunk.length;
          if (bytes <= ENOUGH && raw.isPaused()) raw.resume();
          return { kind: 'bytes', bytes: chunk };
        }
        if (last !== undefined) return last;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
