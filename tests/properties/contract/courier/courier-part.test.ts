import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCourierPart } from '../../../../src/contract/courier/courier-part.ts';
import { cutIntoParts, missingParts } from '../../../../src/contract/courier/courier-set.ts';
import { sampleItem, writeSet } from '../../../support/courier/sample-set.ts';

const kinds = fc.constantFrom('envelope' as const, 'attachment' as const, 'receipt' as const);
const contents = fc.array(fc.tuple(kinds, fc.integer({ min: 16, max: 700 })), {
  minLength: 1,
  maxLength: 12,
});
const written = contents.map((wanted) => Promise.all(wanted.map(([of, length]) => sampleItem(of, length))));
const digestsOf = (items: readonly { readonly digest: string }[]) => items.map(({ digest }) => digest);

describe('a part of a courier set', () => {
  it('is read back whole, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.boolean(), async (made, spare) => {
        const items = await made;
        const [part] = await writeSet(items, { spare });
        if (part === undefined) throw new Error('no part');
        const reading = await readCourierPart(part.bytes);
        if (reading.kind !== 'read') throw new Error(reading.kind);
        expect(reading.head).toEqual(part.head);
        expect(reading.damaged).toEqual([]);
        expect(reading.whole.map(({ bytes }) => bytes)).toEqual(items.map(({ bytes }) => bytes));
      }),
      { numRuns: 40 },
    );
  });

  it('with one damaged stretch within an item or a head loses that item at most, and names it', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.nat(), fc.integer({ min: 1, max: 255 }), async (made, spot, flip) => {
        const items = await made;
        const [part] = await writeSet(items);
        if (part === undefined) throw new Error('no part');
        const bytes = part.bytes.slice();
        const at = spot % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        const reading = await readCourierPart(bytes);
        if (reading.kind !== 'read') throw new Error(reading.kind);
        expect(reading.damaged.length).toBeLessThanOrEqual(1);
        expect(reading.whole.length + reading.damaged.length).toBe(items.length);
        // What is called whole is what was written; what is called damaged is not.
        for (const { item, bytes: body } of reading.whole)
          expect(items.find(({ head }) => head.digest === item.digest)?.bytes).toEqual(body);
        const insideItems = bytesOfItems(part.head.items);
        const front = (bytes.length - insideItems) / 2;
        expect(reading.damaged.length).toBe(at >= front && at < front + insideItems ? 1 : 0);
      }),
      { numRuns: 150 },
    );
  });

  it('cut short, or with its beginning lost, gives every item that is still there', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.nat(), fc.boolean(), async (made, spot, fromFront) => {
        const items = await made;
        const [part] = await writeSet(items);
        if (part === undefined) throw new Error('no part');
        const lost = spot % part.bytes.length;
        const bytes = fromFront ? part.bytes.slice(lost) : part.bytes.slice(0, part.bytes.length - lost);
        const reading = await readCourierPart(bytes);
        const frame = (part.bytes.length - bytesOfItems(part.head.items)) / 2;
        if (part.bytes.length - lost < frame) {
          expect(reading.kind).not.toBe('read');
          return;
        }
        if (reading.kind !== 'read') throw new Error(reading.kind);
        expect(reading.whole.length + reading.damaged.length).toBe(items.length);
        let at = frame;
        const there = items.filter(({ bytes: body }) => {
          const start = at;
          at += body.length;
          return fromFront ? start >= lost : at <= part.bytes.length - lost;
        });
        expect(digestsOf(reading.whole.map(({ item }) => item))).toEqual(
          digestsOf(there.map(({ head }) => head)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'VBC1', 'VBC2', 'VB'),
        fc.boolean(),
        async (noise, magic, atEnd) => {
          const mark = new TextEncoder().encode(magic);
          const bytes = new Uint8Array([...(atEnd ? noise : mark), ...(atEnd ? mark : noise)]);
          const { kind } = await readCourierPart(bytes);
          expect(['not-courier', 'newer', 'damaged']).toContain(kind);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('survives many damaged spots without ever handing out a wrong byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        written,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 30 }),
        async (made, spots) => {
          const items = await made;
          const [part] = await writeSet(items);
          if (part === undefined) throw new Error('no part');
          const bytes = part.bytes.slice();
          for (const [at, value] of spots) bytes[at % bytes.length] = value;
          const reading = await readCourierPart(bytes);
          if (reading.kind !== 'read') return;
          for (const { item, bytes: body } of reading.whole)
            expect(items.find(({ head }) => head.digest === item.digest)?.bytes).toEqual(body);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a set', () => {
  it('in parts, shuffled, doubled, some missing: all that is there is used, the missing are numbered', async () => {
    await fc.assert(
      fc.asyncProperty(
        written,
        fc.infiniteStream(fc.nat()),
        fc.infiniteStream(fc.boolean()),
        async (made, order, lost) => {
          const items = await made;
          const parts = await writeSet(items, { partBytes: 900 });
          const kept = parts.filter(() => lost.next().value !== true);
          const brought = [...kept, ...kept.slice(0, 2)]
            .map((part) => ({ part, key: order.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ part }) => part);
          const readings = await Promise.all(brought.map(({ bytes }) => readCourierPart(bytes)));
          const whole = new Set<string>();
          const heads = readings.flatMap((reading) => {
            if (reading.kind !== 'read') throw new Error(reading.kind);
            for (const { item } of reading.whole) whole.add(item.digest);
            return [reading.head];
          });
          expect([...whole].sort()).toEqual(
            [...new Set(kept.flatMap(({ head }) => digestsOf(head.items)))].sort(),
          );
          const gone = parts.filter((part) => !kept.includes(part)).map(({ head }) => head.part);
          const told = missingParts(heads);
          expect(told.flatMap(({ missing }) => missing)).toEqual(kept.length === 0 ? [] : gone);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is cut so that no part is over the limit but one with a single item, and nothing is lost or moved', async () => {
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 1, max: 2000 }), async (made, partBytes) => {
        const items = await made;
        const heads = cutIntoParts(
          items.map(({ head }) => head),
          { setId: '0190a1b2-0000-7000-8000-000000000001', writtenAt: '2026-11-22T10:00:00Z', partBytes },
        );
        expect(heads.flatMap((head) => digestsOf(head.items))).toEqual(
          digestsOf(items.map(({ head }) => head)),
        );
        for (const head of heads) {
          expect(head.parts).toBe(heads.length);
          expect(bytesOfItems(head.items) <= partBytes || head.items.length === 1).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function bytesOfItems(items: readonly { readonly length: number }[]): number {
  return items.reduce((sum, { length }) => sum + length, 0);
}
