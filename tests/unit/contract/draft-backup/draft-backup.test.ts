import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { MAX_BACKUP_BYTES, readBackup } from '../../../../src/contract/draft-backup/layout.ts';
import {
  openRestoredDraft,
  resealDraft,
  verifyDraftBackup,
} from '../../../../src/contract/draft-backup/open.ts';
import { makeDraftProof, verifyDraftProof } from '../../../../src/contract/draft-backup/proof.ts';
import { sealDraftBackup, signDraftEnded } from '../../../../src/contract/draft-backup/seal.ts';
import { openEnvelope } from '../../../../src/contract/envelope/open.ts';
import { generateKeyPair, type NamedKeyPair } from '../../../../src/contract/keys.ts';
import { CONTRACT_VERSION } from '../../../../src/contract/version.ts';

const DRAFT = {
  id: '0190a1b2-0000-7000-8000-000000000001',
  staffId: '0190a1b2-0000-7000-8000-00000000000a',
  updatedAt: '2026-11-22T01:02:03.456Z',
};
const CONTENT = JSON.stringify({ 'child.name': 'Lò Thị Mẫu', 'mother.name': 'Hà Thị Mẫu' });

let office: NamedKeyPair;
let staff: NamedKeyPair;
let tablet: NamedKeyPair;

beforeAll(async () => {
  [office, staff, tablet] = await Promise.all([
    generateKeyPair('sealing'),
    generateKeyPair('signing'),
    generateKeyPair('sealing'),
  ]);
});

async function sealed(content = CONTENT): Promise<Uint8Array<ArrayBuffer>> {
  const draft = { ...DRAFT, procedureId: 'birth-registration', content };
  const outcome = await sealDraftBackup(draft, { recipient: office, signer: staff });
  if (outcome.kind !== 'sealed') throw new Error(outcome.kind);
  return outcome.bytes;
}

/** The whole way: what the office does with the bytes, and what the tablet then reads. */
async function restored(bytes: Uint8Array<ArrayBuffer>, of = DRAFT): Promise<string | undefined> {
  const parts = readBackup(bytes);
  if (parts === undefined || !(await verifyDraftBackup(parts, staff.publicKey))) return undefined;
  const again = await resealDraft(parts, office, { ...DRAFT, key: tablet });
  return again && (await openRestoredDraft(again, of, tablet));
}

describe('a draft backup', () => {
  it('comes back as it went, whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (content) => {
        expect(await restored(await sealed(content))).toBe(content);
      }),
      { numRuns: 40 },
    );
  });

  it('says in the clear whose it is, of which procedure and when, and no word of what was answered', async () => {
    const bytes = await sealed();
    expect(readBackup(bytes)?.header).toEqual({
      ...DRAFT,
      what: 'draft',
      contractVersion: CONTRACT_VERSION,
      signerKeyId: staff.id,
      recipientKeyId: office.id,
      procedureId: 'birth-registration',
    });
    expect(new TextDecoder().decode(bytes)).not.toContain('Mẫu');
  });

  it('with a single changed byte is not the staff member’s any more', async () => {
    const bytes = await sealed();
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const changed = bytes.slice();
          changed[at] = (changed[at] ?? 0) ^ by;
          expect(await restored(changed)).toBeUndefined();
        },
      ),
      { numRuns: 150 },
    );
  });

  it('cut short or made longer is nothing, and never throws', async () => {
    const bytes = await sealed();
    for (let length = 0; length < bytes.length; length += 1)
      expect(await restored(bytes.slice(0, length))).toBeUndefined();
    expect(await restored(new Uint8Array([...bytes, 0]))).toBeUndefined();
    expect(readBackup(new Uint8Array(MAX_BACKUP_BYTES + 1))).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
        expect(await restored(new Uint8Array([...bytes.slice(0, 64), ...noise]))).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it('opens with the office’s key alone, and given back with the tablet’s alone', async () => {
    const parts = readBackup(await sealed());
    if (parts === undefined) throw new Error('not a backup');
    expect(await resealDraft(parts, tablet, { ...DRAFT, key: tablet })).toBeUndefined();
    const again = await resealDraft(parts, office, { ...DRAFT, key: tablet });
    if (again === undefined) throw new Error('not opened');
    expect(await openRestoredDraft(again, DRAFT, office)).toBeUndefined();
    for (const other of [
      { ...DRAFT, id: '0190a1b2-0000-7000-8000-000000000002' },
      { ...DRAFT, staffId: '0190a1b2-0000-7000-8000-00000000000b' },
      { ...DRAFT, updatedAt: '2026-11-22T01:02:03.457Z' },
    ])
      expect(await openRestoredDraft(again, other, tablet)).toBeUndefined();
  });

  it('is no envelope, though the same key opens both', async () => {
    const opened = await openEnvelope(await sealed(), {
      recipientKeys: () => office,
      signerKey: async () => undefined,
    });
    expect(opened.kind).toBe('not-an-envelope');
  });

  it('of a draft too long to keep is not made', async () => {
    const draft = { ...DRAFT, procedureId: 'x', content: 'x'.repeat(1024 * 1024 + 1) };
    expect(await sealDraftBackup(draft, { recipient: office, signer: staff })).toEqual({ kind: 'too-long' });
  });
});

describe('the news that a draft has ended', () => {
  it('is signed, short, and holds nothing', async () => {
    const bytes = await signDraftEnded(DRAFT, staff);
    const parts = readBackup(bytes);
    if (parts === undefined) throw new Error('not readable');
    expect(bytes.length).toBe(128);
    expect(parts.header).toMatchObject({ ...DRAFT, what: 'ended', procedureId: '' });
    expect(await verifyDraftBackup(parts, staff.publicKey)).toBe(true);
    expect(await verifyDraftBackup(parts, (await generateKeyPair('signing')).publicKey)).toBe(false);
    expect(await resealDraft(parts, office, { ...DRAFT, key: tablet })).toBeUndefined();
  });
});

describe('the proof of who asks', () => {
  const asked = {
    action: 'restore',
    deviceId: DRAFT.id,
    staffId: DRAFT.staffId,
    about: ['key', 'a', 'b'],
  } as const;

  it('holds for exactly what was asked', async () => {
    const proof = await makeDraftProof(asked, staff.privateKey);
    expect(await verifyDraftProof(proof, asked, staff.publicKey)).toBe(true);
    for (const other of [
      { ...asked, action: 'hand-over' as const },
      { ...asked, deviceId: DRAFT.staffId },
      { ...asked, staffId: DRAFT.id },
      { ...asked, about: ['other', 'a', 'b'] },
      { ...asked, about: ['key', 'a'] },
      { ...asked, about: ['key', 'b', 'a'] },
    ])
      expect(await verifyDraftProof(proof, other, staff.publicKey)).toBe(false);
    expect(await verifyDraftProof('nothing', asked, staff.publicKey)).toBe(false);
  });
});
