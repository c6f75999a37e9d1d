import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readParts } from '../../../src/contract/envelope/layout.ts';
import { sealEnvelope } from '../../../src/contract/envelope/seal.ts';
import { sealReport } from '../../../src/contract/envelope/seal-report.ts';
import { generateKeyPair, type NamedKeyPair, rawPublicKeyOf } from '../../../src/contract/keys.ts';
import { compressPoint, decompressPoint } from '../../../src/contract/p256-point.ts';
import { restoreEnvelope, thinEnvelope } from '../../../src/contract/up/thin-envelope.ts';
import { CONTRACT_VERSION } from '../../../src/contract/version.ts';
import { sampleReport, sampleSubmission } from '../../support/seal/samples.ts';
import { always } from '../always.ts';

let envelopes: Uint8Array<ArrayBuffer>[];
let recipient: NamedKeyPair;
let shared: { recipientKeyId: string; contractVersion: number };

/** Fresh points each time: both signs, and short coordinates now and then. */
beforeAll(async () => {
  recipient = await generateKeyPair('sealing');
  const signer = await generateKeyPair('signing');
  shared = { recipientKeyId: recipient.id, contractVersion: CONTRACT_VERSION };
  const ports = { recipient, signer, contractVersion: CONTRACT_VERSION };
  const kinds = Array.from({ length: 40 }, (_, i) => (['account', 'dossier', 'report'] as const)[i % 3]);
  envelopes = await Promise.all(
    kinds.map(async (kind = 'account') => {
      const sealed =
        kind === 'report'
          ? await sealReport({ report: sampleReport(), ...ports })
          : await sealEnvelope({ submission: sampleSubmission({ kind }), ...ports });
      return sealed.bytes;
    }),
  );
});

const thinned = () =>
  envelopes.map((bytes) => {
    const thin = thinEnvelope(bytes, shared);
    if (!thin) throw new Error('a sealed envelope has no thin form');
    return thin;
  });

describe('a sealed envelope', () => {
  it('comes back byte for byte, and travels 47 bytes lighter', () => {
    for (const [i, thin] of thinned().entries()) {
      const bytes = envelopes[i];
      expect(restoreEnvelope(thin, shared)).toEqual(bytes);
      expect(thin.length).toBe((bytes?.length ?? 0) - 47);
    }
    expect(new Set(thinned().map((thin) => thin[0]))).toEqual(new Set([2, 3, 4, 5, 6, 7]));
  });

  it('that does not fit the shared header goes whole', () => {
    const [bytes] = envelopes;
    if (!bytes) throw new Error('no envelope');
    expect(thinEnvelope(bytes, { ...shared, contractVersion: 9 })).toBeUndefined();
    expect(thinEnvelope(bytes, { ...shared, recipientKeyId: 'AAAAAAAAAAA' })).toBeUndefined();
  });

  it('damaged anywhere is thinned to what comes back as damaged, or not at all', () => {
    const property = fc.property(
      fc.nat(39),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (which, at, flip) => {
        const bytes = (envelopes[which] ?? new Uint8Array()).slice();
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        const thin = thinEnvelope(bytes, shared);
        if (thin) expect(restoreEnvelope(thin, shared)).toEqual(bytes);
        // A fresh point off the curve has no short spelling.
        if (place >= 31 && place < 96) expect(thin).toBeUndefined();
      },
    );
    always(property, 500);
  });
});

describe('hostile thin bytes', () => {
  const restored = (thin: Uint8Array, header = shared) => {
    const bytes = restoreEnvelope(thin, header);
    if (bytes) {
      expect(readParts(bytes)).toBeDefined();
      expect(thinEnvelope(bytes, header)).toEqual(thin);
    }
    return bytes;
  };

  it('give undefined or one envelope whose thin form they are', () => {
    always(fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => void restored(bytes)));
    const edited = fc.property(fc.nat(39), fc.nat(48), fc.nat(255), (which, at, byte) => {
      const thin = thinned()[which]?.slice() ?? new Uint8Array();
      thin[at] = byte;
      restored(thin);
    });
    always(edited, 100);
  });

  it('cut short, of no kind or under no header give undefined', () => {
    const [thin] = thinned();
    if (!thin) throw new Error('no envelope');
    for (let length = 0; length < 65; length++) expect(restored(thin.slice(0, length))).toBeUndefined();
    for (const first of [0, 1, 8, 255]) {
      expect(restored(Uint8Array.from(thin, (byte, i) => (i === 0 ? first : byte)))).toBeUndefined();
    }
    for (const recipientKeyId of ['', 'short', 'ÀÀÀÀÀÀÀÀÀÀÀ', '_'.repeat(11)])
      expect(restored(thin, { ...shared, recipientKeyId })).toBeUndefined();
    for (const contractVersion of [-1, 1.5, 65536, Number.NaN])
      expect(restored(thin, { ...shared, contractVersion })).toBeUndefined();
  });
});

describe('points', () => {
  it('are those of WebCrypto, which refuses what is not on the curve', async () => {
    const raw = await rawPublicKeyOf(recipient.publicKey);
    const short = compressPoint(raw);
    expect(short && decompressPoint(short)).toEqual(raw);
    let onCurve = 0;
    for (let x = 1; x <= 64; x++) {
      const bytes = new Uint8Array(33);
      bytes[0] = 2;
      bytes[32] = x;
      const point = decompressPoint(bytes);
      if (!point) continue;
      onCurve++;
      await crypto.subtle.importKey('raw', point, { name: 'ECDH', namedCurve: 'P-256' }, true, []);
    }
    // About every second x has a point.
    expect(onCurve).toBeGreaterThan(20);
    expect(onCurve).toBeLessThan(44);
  });

  it('with coordinates beyond the field are no points', () => {
    const beyond = new Uint8Array(33).fill(0xff);
    beyond[0] = 2;
    expect(decompressPoint(beyond)).toBeUndefined();
    expect(compressPoint(new Uint8Array(65).fill(0xff))).toBeUndefined();
    expect(compressPoint(new Uint8Array(65))).toBeUndefined();
  });
});
