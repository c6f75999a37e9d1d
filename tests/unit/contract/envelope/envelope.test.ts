import { deflateSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { fromBase64url } from '../../../../src/contract/base64url.ts';
import { concatBytes, utf8 } from '../../../../src/contract/bytes.ts';
import { DICTIONARIES } from '../../../../src/contract/envelope/dictionary.ts';
import { MAX_ENVELOPE_BYTES, readHeader, writeHeader } from '../../../../src/contract/envelope/layout.ts';
import { type EnvelopeSigner, openEnvelope } from '../../../../src/contract/envelope/open.ts';
import { sealEnvelope } from '../../../../src/contract/envelope/seal.ts';
import { writeSignedBody } from '../../../../src/contract/envelope/signed-body.ts';
import { hpkeSeal } from '../../../../src/contract/envelope/suite.ts';
import {
  generateKeyPair,
  importKeyPair,
  type NamedKeyPair,
  sha256Base64url,
} from '../../../../src/contract/keys.ts';
import { Submission } from '../../../../src/contract/up/submission.ts';
import { sampleSubmission } from '../../../support/seal/samples.ts';
import { knownAnswer } from './known-answer-1.ts';
import { knownAnswersOfEncoding1 } from './known-answers-encoding-1.ts';

const bytesOf = (text: string) => {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Error('fixture is not base64url');
  return bytes;
};
const named = (pair: { publicKey: string; pkcs8: string }, purpose: 'signing' | 'sealing') =>
  importKeyPair(bytesOf(pair.pkcs8), pair.publicKey, purpose);

let recipient: NamedKeyPair;
let signer: NamedKeyPair & EnvelopeSigner;
let other: NamedKeyPair;
beforeAll(async () => {
  recipient = await named(knownAnswer.recipient, 'sealing');
  const { staffId, deviceId } = sampleSubmission().assistedBy;
  signer = { ...(await named(knownAnswer.signer, 'signing')), staffId, deviceId };
  other = await generateKeyPair('sealing');
});

const open = (bytes: Uint8Array, keys: { recipient?: NamedKeyPair; signer?: EnvelopeSigner } = {}) =>
  openEnvelope(bytes, {
    recipientKeys: (id) => (id === recipient.id ? (keys.recipient ?? recipient) : undefined),
    signerKey: async (id) => (id === signer.id ? (keys.signer ?? signer) : undefined),
  });
const sealed = () => bytesOf(knownAnswer.sealed);
const HEADER = { id: knownAnswer.submission.id, kind: 'dossier', contractVersion: 1 } as const;

/** An envelope around any body, signed and sealed as a hostile but enrolled tablet could. */
async function sealBody(bytes: Uint8Array, header: Parameters<typeof writeHeader>[0], encoding: number) {
  const aad = writeHeader(header);
  const plaintext = await writeSignedBody(aad, { encoding, bytes }, signer, signer);
  return concatBytes(aad, await hpkeSeal(plaintext, aad, recipient.publicKey));
}
const deflated = (body: string) => deflateSync(utf8(body), { dictionary: DICTIONARIES[1] });

describe('known answer', () => {
  it('opens what an earlier build has sealed, with non-extractable keys', async () => {
    expect(recipient.privateKey.extractable).toBe(false);
    expect(await sha256Base64url(sealed())).toBe(knownAnswer.digest);
    expect(await open(sealed())).toEqual({
      kind: 'opened',
      header: { ...HEADER, recipientKeyId: knownAnswer.recipient.id },
      signerKeyId: knownAnswer.signer.id,
      submission: Submission.parse(knownAnswer.submission),
    });
  });

  it('opens whole submissions of the first encoding, letter for letter', async () => {
    expect(knownAnswersOfEncoding1).toHaveLength(2);
    for (const { sealed: text, digest, submission } of knownAnswersOfEncoding1) {
      const bytes = bytesOf(text);
      expect(await sha256Base64url(bytes)).toBe(digest);
      const outcome = await open(bytes);
      if (outcome.kind !== 'opened') throw new Error(outcome.kind);
      expect(JSON.stringify(outcome.submission)).toBe(submission);
    }
  });

  it('has dictionaries whose bytes never change', async () => {
    expect(Object.keys(DICTIONARIES)).toEqual(['1']);
    expect(await sha256Base64url(DICTIONARIES[1])).toBe('2LlWeyuJJmy9YACHYOBj51Wt1j9eRR-JK_mhHbvjHeg');
  });

  it('pays for itself: the dictionary at least halves a short submission', () => {
    const body = utf8(JSON.stringify(knownAnswer.submission));
    const plain = deflateSync(body, { level: 9 }).length;
    const withDictionary = deflateSync(body, { level: 9, dictionary: DICTIONARIES[1] }).length;
    expect(withDictionary * 2).toBeLessThan(plain);
  });
});

describe('round trip', () => {
  it('gives back the submission, and other bytes each time', async () => {
    const submission = sampleSubmission({ kind: 'account' });
    const seal = () => sealEnvelope({ submission, recipient, signer, contractVersion: 2 });
    const [one, two] = [await seal(), await seal()];
    expect(await open(one.bytes)).toMatchObject({ kind: 'opened', submission });
    expect(one.digest).toBe(await sha256Base64url(one.bytes));
    expect(one.digest).not.toBe(two.digest);
    expect(readHeader(one.bytes)).toEqual({
      id: submission.id,
      kind: 'account',
      contractVersion: 2,
      recipientKeyId: recipient.id,
    });
  });

  it('shows nothing of the person in its bytes', async () => {
    const text = new TextDecoder('latin1').decode(sealed());
    for (const word of ['Lò Thị', 'child.name', signer.id]) expect(text).not.toContain(word);
  });
});

describe('tampering', () => {
  const REGIONS = {
    magic: [0, 4, ['not-an-envelope']],
    id: [4, 20, ['unreadable', 'not-an-envelope']],
    kind: [20, 21, ['unreadable', 'not-an-envelope']],
    'contract version': [21, 23, ['unknown-version']],
    'recipient key id': [23, 31, ['unknown-key']],
    enc: [31, 96, ['unreadable']],
    'ciphertext and tag': [96, undefined, ['unreadable']],
  } as const;

  it.each(Object.entries(REGIONS))('of any byte of %s never opens', async (_name, [from, to, outcomes]) => {
    const end = to ?? sealed().length;
    for (let at = from; at < end; at++)
      for (const flip of [0x01, 0x80, 0xff]) {
        const bytes = sealed();
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        expect(outcomes, `byte ${at} ^ ${flip}`).toContain((await open(bytes)).kind);
      }
  });

  it('by cutting at any length, or adding bytes, never opens', async () => {
    for (let length = 0; length < sealed().length; length++)
      expect(['not-an-envelope', 'unreadable']).toContain((await open(sealed().subarray(0, length))).kind);
    expect((await open(concatBytes(sealed(), Uint8Array.of(0)))).kind).toBe('unreadable');
    expect((await open(new Uint8Array(MAX_ENVELOPE_BYTES + 1))).kind).toBe('not-an-envelope');
  });
});

describe('keys', () => {
  it('another recipient key under the same id does not open', async () => {
    expect((await open(sealed(), { recipient: other })).kind).toBe('unreadable');
  });
  it('an unknown signer is named, not trusted', async () => {
    const outcome = await openEnvelope(sealed(), {
      recipientKeys: () => recipient,
      signerKey: async () => undefined,
    });
    expect(outcome).toMatchObject({ kind: 'signer-unknown', signerKeyId: signer.id });
  });
  it("another person's key under the same id does not verify", async () => {
    const impostor = await generateKeyPair('signing');
    expect((await open(sealed(), { signer: { ...signer, ...impostor } })).kind).toBe('signature-invalid');
  });
  it('a packed body read as if another had signed, or on another tablet, does not verify', async () => {
    const submission = sampleSubmission();
    const { bytes } = await sealEnvelope({ submission, recipient, signer, contractVersion: 2 });
    const elsewhere = '0190a1b2-0000-7000-8000-00000000000f';
    for (const change of [{ staffId: elsewhere }, { deviceId: elsewhere }])
      expect((await open(bytes, { signer: { ...signer, ...change } })).kind).toBe('signature-invalid');
    expect((await open(bytes)).kind).toBe('opened');
  });
  it('a signed body moved under another header does not verify', async () => {
    const header = { ...HEADER, recipientKeyId: recipient.id };
    const moved = writeHeader({ ...header, kind: 'account' });
    const plaintext = await writeSignedBody(
      writeHeader(header),
      { encoding: 1, bytes: deflated('{}') },
      signer,
      signer,
    );
    const bytes = concatBytes(moved, await hpkeSeal(plaintext, moved, recipient.publicKey));
    expect((await open(bytes)).kind).toBe('signature-invalid');
  });
});

describe('a signed body that is not a submission', () => {
  const detailOf = async (body: Uint8Array, encoding = 1) => {
    const header = { ...HEADER, recipientKeyId: recipient.id };
    const outcome = await open(await sealBody(body, header, encoding));
    return z.object({ kind: z.literal('message-invalid'), detail: z.string() }).parse(outcome).detail;
  };

  it('that inflates without end is refused', async () => {
    expect(await detailOf(deflated('a'.repeat(50 * 1024 * 1024)))).toBe('unpack');
  });
  it('of an unknown encoding, broken or empty is refused', async () => {
    for (const encoding of [0, 3, 255]) expect(await detailOf(deflated('{}'), encoding)).toBe('unpack');
    expect(await detailOf(Uint8Array.of(0xff, 0xff, 0xff), 1)).toBe('unpack');
    // Any bytes may happen to be some text.
    for (let byte = 0; byte < 256; byte += 15)
      expect(['unpack', 'schema: ']).toContain(await detailOf(new Uint8Array(9).fill(byte), 2));
  });
  it('that is no JSON, or has strange fields, is refused without quoting what was typed', async () => {
    expect(await detailOf(deflated('no json'))).toBe('schema: ');
    const strange = { ...sampleSubmission(), provisionalReference: 'Lò Thị Mẫu' };
    expect(await detailOf(deflated(JSON.stringify(strange)))).toBe('schema: provisionalReference');
  });
  it('whose id or kind is not that of the header is refused', async () => {
    const otherId = '0190a1b2-0000-7000-8000-000000000002';
    for (const change of [{ id: otherId }, { kind: 'account' as const }])
      expect(await detailOf(deflated(JSON.stringify(sampleSubmission(change))))).toBe('header');
  });
});
