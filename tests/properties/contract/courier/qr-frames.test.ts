import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutIntoFrames,
  joinFrames,
  MAX_QR_BYTES,
  missingFrames,
  type SeriesSeen,
  takeFrame,
} from '../../../../src/contract/courier/qr-frames.ts';

const part = fc.integer({ min: 1, max: 9000 }).map((length) => {
  const bytes = new Uint8Array(length);
  crypto.getRandomValues(bytes);
  return bytes;
});

describe('a series of codes', () => {
  it('read in any order, some of them twice and strangers between, gives the part when the last piece is there', async () => {
    await fc.assert(
      fc.asyncProperty(part, part, fc.infiniteStream(fc.nat()), async (mine, other, order) => {
        const frames = await cutIntoFrames(mine);
        const [stranger] = await cutIntoFrames(other);
        if (stranger === undefined) throw new Error('no frame');
        const shuffled = [...frames, ...frames]
          .map((frame) => ({ frame, key: order.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ frame }) => frame);
        let seen: SeriesSeen = [];
        let joined: Uint8Array | undefined;
        for (const frame of shuffled) {
          const between = await takeFrame(seen, stranger);
          if (between.kind === 'not-a-frame') throw new Error('a good frame was not read');
          const outcome = await takeFrame(between.seen, frame);
          if (outcome.kind === 'not-a-frame') throw new Error('a good frame was not read');
          seen = outcome.seen;
          joined = await joinFrames(outcome.series);
          expect(joined === undefined).toBe(missingFrames(outcome.series).length > 0);
        }
        expect(joined).toEqual(mine);
      }),
      { numRuns: 30 },
    );
  });

  it('never takes a frame with a wrong byte, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(part, fc.nat(), fc.integer({ min: 1, max: 255 }), async (mine, spot, flip) => {
        const [frame] = await cutIntoFrames(mine);
        if (frame === undefined) throw new Error('no frame');
        const wrong = frame.slice();
        const at = spot % wrong.length;
        wrong[at] = (wrong[at] ?? 0) ^ flip;
        expect((await takeFrame([], wrong)).kind).toBe('not-a-frame');
        expect((await takeFrame([], frame.slice(0, at))).kind).toBe('not-a-frame');
      }),
      { numRuns: 100 },
    );
  });

  it('is only for small parts', async () => {
    await expect(cutIntoFrames(new Uint8Array(MAX_QR_BYTES + 1))).rejects.toThrow();
    expect(await cutIntoFrames(new Uint8Array(MAX_QR_BYTES))).toHaveLength(80);
  });
});
