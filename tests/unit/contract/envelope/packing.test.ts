import { beforeAll, describe, expect, it } from 'vitest';
import accountTextsInEnglish from '../../../../locales/en/procedures/account-registration.json' with {
  type: 'json',
};
import birthTextsInEnglish from '../../../../locales/en/procedures/birth-registration.json' with {
  type: 'json',
};
import accountTexts from '../../../../locales/vi/procedures/account-registration.json' with { type: 'json' };
import birthTexts from '../../../../locales/vi/procedures/birth-registration.json' with { type: 'json' };
import { fromBase64url, toBase64url } from '../../../../src/contract/base64url.ts';
import { utf8 } from '../../../../src/contract/bytes.ts';
import { openEnvelope } from '../../../../src/contract/envelope/open.ts';
import { BitReader, BitWriter, codeBits } from '../../../../src/contract/envelope/packing/arithmetic.ts';
import { CONSENT_TEXTS_2 } from '../../../../src/contract/envelope/packing/consent-texts-2.ts';
import { Model } from '../../../../src/contract/envelope/packing/model.ts';
import {
  MAX_PACKED_TEXT_BYTES,
  packText,
  unpackText,
} from '../../../../src/contract/envelope/packing/pack.ts';
import { Phrases } from '../../../../src/contract/envelope/packing/phrases.ts';
import { phrases2 } from '../../../../src/contract/envelope/packing/phrases-2.ts';
import { primingTexts2 } from '../../../../src/contract/envelope/packing/priming-2.ts';
import { readText } from '../../../../src/contract/envelope/packing/read-text.ts';
import { importKeyPair, sha256Base64url } from '../../../../src/contract/keys.ts';
import { Submission } from '../../../../src/contract/up/submission.ts';
import { anyDossiers } from '../../../support/samples/any-dossiers.ts';
import { knownAnswer } from './known-answer-1.ts';
import { knownAnswersOfEncoding1 } from './known-answers-encoding-1.ts';
import { knownAnswersOfEncoding2 } from './known-answers-encoding-2.ts';

const PLACE = 'Pù Luông';
const contextOf = ({ id, assistedBy }: Submission) => ({
  id,
  staffId: assistedBy.staffId,
  deviceId: assistedBy.deviceId,
});
const pack = async (submission: Submission, place = PLACE) => {
  const packed = await packText(JSON.stringify(submission), place, contextOf(submission));
  if (!packed) throw new Error('cannot be packed');
  return packed;
};
const bytesOf = (text: string) => {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Error('fixture is not base64url');
  return bytes;
};
const known = knownAnswersOfEncoding1.map(({ submission }, i) => ({
  text: submission,
  submission: Submission.parse(JSON.parse(submission)),
  packed: knownAnswersOfEncoding2[i]?.packed ?? '',
  sealed: knownAnswersOfEncoding2[i]?.sealed ?? '',
}));

describe('known answers', () => {
  it('come out the same, bit for bit, on this engine', async () => {
    expect(known).toHaveLength(2);
    for (const { text, submission, packed } of known) {
      expect(toBase64url(await pack(submission))).toBe(packed);
      expect(await unpackText(bytesOf(packed), contextOf(submission))).toBe(text);
    }
  });

  it('open sealed', async () => {
    const keyOf = (pair: { publicKey: string; pkcs8: string }, purpose: 'signing' | 'sealing') =>
      importKeyPair(bytesOf(pair.pkcs8), pair.publicKey, purpose);
    const recipient = await keyOf(knownAnswer.recipient, 'sealing');
    const signer = await keyOf(knownAnswer.signer, 'signing');
    for (const { sealed, submission } of known) {
      const outcome = await openEnvelope(bytesOf(sealed), {
        recipientKeys: () => recipient,
        signerKey: async () => ({ ...signer, ...submission.assistedBy }),
      });
      expect(outcome).toMatchObject({ kind: 'opened', submission });
    }
  });

  it('rest on words that never change', async () => {
    const digests = CONSENT_TEXTS_2.map((_, i) => String(i).padStart(43, 'A'));
    const words = JSON.stringify([phrases2(), CONSENT_TEXTS_2, primingTexts2(digests)]);
    expect(await sha256Base64url(utf8(words))).toBe('wskKVScZaSX0JpwF1sQ1CzlfzNUBtQ6Nx2cJWVdEk-M');
  });
});

describe('consent texts', () => {
  const texts = [birthTexts, accountTexts, birthTextsInEnglish, accountTextsInEnglish].flatMap(
    ({ consents }) => Object.values(consents).map(({ text }) => text),
  );

  it('of today are known: each that is not costs 32 bytes in every envelope', () => {
    expect(texts).toHaveLength(20);
    expect(texts.filter((text) => !CONSENT_TEXTS_2.includes(text))).toEqual([]);
  });

  it('are told for nothing in the commune they name, and whole elsewhere', async () => {
    const [submission] = await anyDossiers(5, 1, { accounts: 0 });
    if (!submission) throw new Error('nothing made');
    const here = await pack(submission);
    const elsewhere = await pack(submission, 'Cổ Lũng');
    expect(here.length + 5 * 32).toBeLessThan(elsewhere.length + 8);
    expect(await unpackText(elsewhere, contextOf(submission))).toBe(JSON.stringify(submission));
  });
});

describe('submissions', () => {
  it('come back letter for letter, in less than an eighth of their length', async () => {
    let packedBytes = 0;
    let textBytes = 0;
    for (const submission of await anyDossiers(20261122, 60, { photos: 1 })) {
      const text = JSON.stringify(submission);
      const packed = await pack(submission);
      expect(await unpackText(packed, contextOf(submission))).toBe(text);
      packedBytes += packed.length;
      textBytes += utf8(text).length;
    }
    expect(packedBytes * 8).toBeLessThan(textBytes);
  });
});

describe('hostile bytes', () => {
  let packed: Uint8Array<ArrayBuffer>;
  let submission: Submission;
  beforeAll(async () => {
    const [first] = await anyDossiers(9, 1, { accounts: 100 });
    if (!first) throw new Error('nothing made');
    submission = first;
    packed = await pack(submission);
  });
  const unpack = (bytes: Uint8Array) => unpackText(bytes, contextOf(submission));

  it('with any one byte changed are another text or none', async () => {
    for (let at = 0; at < packed.length; at++) {
      const changed = packed.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      expect(await unpack(changed)).not.toBe(JSON.stringify(submission));
    }
  });

  it('cut at any length are another text or none', async () => {
    for (let length = 0; length < packed.length; length++)
      expect(await unpack(packed.slice(0, length))).not.toBe(JSON.stringify(submission));
  });

  it('of one kind only are some text or none, soon', async () => {
    for (const byte of [0, 0x41, 0x5a, 0xff]) {
      const began = performance.now();
      await unpack(new Uint8Array(100_000).fill(byte));
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });

  it('that tell symbols without end are none', () => {
    const phrases = new Phrases(phrases2());
    for (let always = 0; always < 256; always++) {
      const source = { symbol: () => always, bits: () => 0, isPastEnd: false };
      const text = readText(source, { uuids: [], digests: [] }, phrases, 10_000);
      expect(text).toBe(always === 0 ? '' : undefined);
    }
  });

  it('of a text longer than may be packed are not made', async () => {
    const context = contextOf(submission);
    const longest = 'a'.repeat(MAX_PACKED_TEXT_BYTES);
    const bytes = await packText(longest, '', context);
    expect(bytes && (await unpackText(bytes, context))).toBe(longest);
    expect(await packText(`${longest}a`, '', context)).toBeUndefined();
    expect(await packText('\u0001', '', context)).toBeUndefined();
    expect(await packText('\ud800', '', context)).toBeUndefined();
  });
});

describe('the coder', () => {
  it('gives back bits of any likelihood, and leaves out zeros at the end', () => {
    const likelihoods = [1, 16, 300, 32768, 65000, 65520, 65535];
    const bits = Array.from({ length: 5_000 }, (_, i) => (i * i * 7919) % 13 < 6);
    const writer = new BitWriter();
    for (const [i, bit] of bits.entries()) writer.code(bit ? 1 : 0, likelihoods[i % 7] ?? 1);
    codeBits(writer, 2 ** 47 + 12_345, 48);
    const reader = new BitReader(writer.finish());
    for (const [i, bit] of bits.entries()) expect(reader.code(0, likelihoods[i % 7] ?? 1)).toBe(bit ? 1 : 0);
    expect(codeBits(reader, 0, 48)).toBe(2 ** 47 + 12_345);
    expect(reader.isPastEnd).toBe(false);
    expect(new BitWriter().finish()).toHaveLength(0);
  });

  it('learns: what comes again costs less', () => {
    const costOf = (times: number) => {
      const [model, writer] = [new Model(), new BitWriter()];
      for (let i = 0; i < times; i++)
        for (const symbol of utf8('Bản Kho Mường, ')) model.code(writer, symbol);
      return writer.finish().length;
    };
    expect(costOf(20)).toBeLessThan(costOf(1) + 20);
  });
});
