import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '../../../src/contract/base64url.ts';
import {
  MAX_PACKAGE_BYTES,
  ProcedurePackage,
  packPackage,
  sealPackage,
  unpackPackage,
} from '../../../src/contract/procedure-package.ts';

const content = ProcedurePackage.parse({
  definition: { id: 'well', version: 1, steps: [{ id: 'a' }] },
  texts: { vi: { name: 'Đào giếng', steps: { a: { title: 'Một' } } } },
});

async function sealed(of: ProcedurePackage) {
  const outcome = await sealPackage(of);
  if (outcome.kind !== 'sealed') throw new Error(outcome.kind);
  return outcome;
}

describe('a package', () => {
  it('has one text and one digest, whatever the order in which it was written', async () => {
    const turned = ProcedurePackage.parse({
      texts: { vi: { steps: { a: { title: 'Một' } }, name: 'Đào giếng' } },
      definition: { steps: [{ id: 'a' }], version: 1, id: 'well' },
    });
    expect(await sealed(turned)).toEqual(await sealed(content));
    // Known answer: a digest that tablets have kept must never come out otherwise.
    expect((await sealed(content)).digest).toBe('2C98YOhYg2PGS6A0IbUSo23UGEGbLyw8qy4UecID2FI');
  });

  it('comes out of its packing as it was, and shorter than it went in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: 'binary' })),
        async (texts) => {
          const { json, digest } = await sealed({ ...content, texts: { vi: texts } });
          expect(await unpackPackage(packPackage(json), digest)).toBe(json);
        },
      ),
    );
    const long = await sealed({ ...content, texts: { vi: { name: 'giếng '.repeat(2000) } } });
    expect(packPackage(long.json).length).toBeLessThan(long.json.length / 8);
  });

  it('is believed only under its own digest', async () => {
    const { json, digest } = await sealed(content);
    const other = await sealed({ ...content, texts: {} });
    expect(await unpackPackage(packPackage(json), other.digest)).toBeUndefined();
    expect(await unpackPackage(packPackage(`${json} `), digest)).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat({ max: 255 }), async (at, byte) => {
        const packed = packPackage(json);
        const place = at % packed.length;
        const changed = packed.slice(0, place) + String.fromCharCode(byte) + packed.slice(place + 1);
        expect([undefined, json]).toContain(await unpackPackage(changed, digest));
      }),
    );
  });

  it('is too large beyond its limit, sealing and unpacking, and a bomb costs nothing', async () => {
    const name = 'x'.repeat(9_000);
    const texts = Object.fromEntries(Array.from({ length: 45 }, (_, n) => [`t${n}`, name]));
    expect(await sealPackage({ ...content, texts: { vi: texts } })).toEqual({ kind: 'too-large' });
    const bomb = toBase64url(deflateSync(new Uint8Array(50 * MAX_PACKAGE_BYTES)));
    expect(await unpackPackage(bomb, 'A'.repeat(43))).toBeUndefined();
    for (const broken of ['', '*', 'AAAA', bomb.slice(0, 100)])
      expect(await unpackPackage(broken, 'A'.repeat(43))).toBeUndefined();
  });

  it('is none where it is nested without end, or a sentence is no sentence', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(ProcedurePackage.safeParse({ definition: { a: deep }, texts: {} }).success).toBe(false);
    expect(ProcedurePackage.safeParse({ definition: {}, texts: { vi: { name: 7 } } }).success).toBe(false);
    expect(ProcedurePackage.safeParse({ definition: {}, texts: { 'not a language': {} } }).success).toBe(
      false,
    );
  });
});
