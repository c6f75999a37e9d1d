import { beforeAll, expect, it } from 'vitest';
import { readHeader } from '../../../../src/contract/envelope/layout.ts';
import { openEnvelope } from '../../../../src/contract/envelope/open.ts';
import { sealEnvelope } from '../../../../src/contract/envelope/seal.ts';
import { sealReport } from '../../../../src/contract/envelope/seal-report.ts';
import { generateKeyPair, type NamedKeyPair } from '../../../../src/contract/keys.ts';
import { CONTRACT_VERSION } from '../../../../src/contract/version.ts';
import { sampleReport, sampleSubmission } from '../../../support/seal/samples.ts';

let recipient: NamedKeyPair;
let signer: NamedKeyPair;
beforeAll(async () => {
  recipient = await generateKeyPair('sealing');
  signer = await generateKeyPair('signing');
});

const ports = () => ({ recipient, signer, contractVersion: CONTRACT_VERSION });
const open = (bytes: Uint8Array) =>
  openEnvelope(bytes, {
    recipientKeys: () => recipient,
    signerKey: async () => ({ ...signer, ...sampleReport().assistedBy }),
  });

it('a report travels as a submission does, and says of itself only that it is one', async () => {
  const report = sampleReport();
  const sealed = await sealReport({ report, ...ports() });
  expect(readHeader(sealed.bytes)).toMatchObject({ id: report.id, kind: 'report' });
  expect(await open(sealed.bytes)).toMatchObject({ kind: 'opened-report', report });
  expect(new TextDecoder().decode(sealed.bytes)).not.toContain('Cầu treo');
});

it('neither is taken for the other', async () => {
  for (const { bytes } of [
    await sealReport({ report: sampleReport(), ...ports() }),
    await sealEnvelope({ submission: sampleSubmission(), ...ports() }),
  ]) {
    const other = bytes.slice();
    other[20] = other[20] === 3 ? 2 : 3;
    expect((await open(other)).kind).toBe('unreadable');
  }
});
