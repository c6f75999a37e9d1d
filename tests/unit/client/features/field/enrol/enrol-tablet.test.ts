import { v7 as uuidv7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type EnrolPorts,
  enrolTablet,
} from '../../../../../../src/client/features/field/enrol/enrol-tablet.ts';
import { codeFromHash, readCode } from '../../../../../../src/client/features/field/enrol/read-code.ts';
import type { RedeemRequest } from '../../../../../../src/client/features/field/enrol/redeem-code.ts';
import { createMemoryStorage } from '../../../../../../src/client/storage/memory-storage.ts';
import { createMemoryDisk } from '../../../../../../src/client/storage/memory-tables.ts';
import type { Storage } from '../../../../../../src/client/storage/storage.ts';
import { openVault } from '../../../../../../src/client/vault/vault.ts';
import { verifyEnrolmentProof } from '../../../../../../src/contract/enrolment-proof.ts';
import { exportPublicKey, importPublicKey } from '../../../../../../src/contract/keys.ts';
import { sampleDraft, sampleEntry } from '../../../../../support/seal/samples.ts';

const staffId = '01890a5d-ac96-774b-bcce-b302099a8057';
const input = { code: 'ABCDE-12345', deviceName: 'Máy 03', pin: '270491' };
let storage: Storage;
let asked: RedeemRequest[];

/** An office that answers as the contract says; `lost` drops the answer after hearing the request. */
function ports(lost = false): EnrolPorts {
  return {
    storage,
    newId: uuidv7,
    measureCost: async () => ({ memory: 256, passes: 1 }),
    redeem: async (request) => {
      asked.push(request);
      if (lost) return { kind: 'unreachable' };
      return {
        kind: 'redeemed',
        answer: {
          staff: { id: staffId, displayName: 'Hà Thị Tập', login: 'tap' },
          commune: { code: '14956', name: 'Xã Pù Luông' },
          deviceId: request.deviceId,
          signerKeyId: 'AAAAAAAAAAA',
          serverTime: '2026-11-23T00:00:00Z',
          leaseUntil: '2026-12-07T00:00:00Z',
          sealingKey: { id: 'AAAAAAAAAAA', publicKey: request.deviceKey },
          receiptKey: { id: 'AAAAAAAAAAA', publicKey: request.deviceKey },
          procedures: [],
          demo: false,
        },
      };
    },
  };
}

beforeEach(() => {
  storage = createMemoryStorage();
  asked = [];
});

describe('enrolTablet', () => {
  it('proves both keys, keeps vault and device, opens the vault', async () => {
    const outcome = await enrolTablet(ports(), input);
    expect(outcome.kind).toBe('enrolled');
    const [request] = asked;
    if (request === undefined) throw new Error('the office was not asked');
    for (const [key, proof] of [
      [request.deviceKey, request.deviceProof],
      [request.signingKey, request.signingProof],
    ] as const) {
      const publicKey = (await importPublicKey(key, 'signing'))?.publicKey;
      if (publicKey === undefined) throw new Error('not a key');
      expect(
        await verifyEnrolmentProof(proof, { code: request.code, deviceId: request.deviceId, publicKey }),
      ).toBe(true);
    }
    expect((await storage.findDevice())?.leases).toEqual([{ staffId, until: '2026-12-07T00:00:00Z' }]);
    expect((await storage.listVaults()).map((vault) => vault.displayName)).toEqual(['Hà Thị Tập']);
  });

  it('asks again with the same keys after a lost answer', async () => {
    expect((await enrolTablet(ports(true), input)).kind).toBe('unreachable');
    expect(await storage.listVaults()).toEqual([]);
    expect((await enrolTablet(ports(), input)).kind).toBe('enrolled');
    expect(asked[1]?.signingKey).toBe(asked[0]?.signingKey);
    expect(asked[1]?.deviceId).toBe(asked[0]?.deviceId);
  });

  it('says so when the interrupted enrolment had another PIN', async () => {
    await enrolTablet(ports(true), input);
    expect((await enrolTablet(ports(), { ...input, pin: '998877' })).kind).toBe('other-pin');
    expect(asked).toHaveLength(1);
  });

  it('reopens the door of somebody locked out without touching their vault', async () => {
    await enrolTablet(ports(), input);
    const before = await storage.listVaults();
    await storage.putPinAttempts(staffId, { failures: 10, notBefore: 0, lockedOut: true });
    const outcome = await enrolTablet(ports(), { ...input, code: 'ZZZZZ-99999', pin: '135792' });
    expect(outcome).toMatchObject({ kind: 'door-reopened', staffId, displayName: 'Hà Thị Tập' });
    expect(await storage.listVaults()).toEqual(before);
    expect((await storage.getPinAttempts(staffId)).lockedOut).toBe(false);
  });

  it('lets somebody with a forgotten PIN start anew, with the keys the office has just bound', async () => {
    const first = await enrolTablet(ports(), input);
    if (first.kind !== 'enrolled') throw new Error(first.kind);
    const lost = sampleDraft();
    await (await storage.openRecords(first.vault)).saveDraft(lost, sampleEntry(lost));
    const again = { ...input, code: 'ZZZZZ-99999', pin: '135792' };
    // The browser dies on the screen that asks; the same code and PIN lead there again.
    expect((await enrolTablet(ports(), again)).kind).toBe('door-reopened');
    const door = await enrolTablet(ports(), again);
    if (door.kind !== 'door-reopened') throw new Error(door.kind);
    expect(asked[2]?.signingKey).toBe(asked[1]?.signingKey);
    const outcome = await door.startAnew();
    if (outcome.kind !== 'enrolled') throw new Error(outcome.kind);
    expect(await exportPublicKey(outcome.vault.signingKey.publicKey)).toBe(asked[1]?.signingKey);
    expect((await storage.openRecords(outcome.vault)).listEntries()).toEqual([]);
    const [vault] = await storage.listVaults();
    const keys = await storage.findDeviceKeys();
    if (vault === undefined || keys === undefined) throw new Error('enrolled above');
    expect((await openVault(vault, '135792', keys)).kind).toBe('opened');
    expect((await openVault(vault, input.pin, keys)).kind).toBe('wrong-pin');
  });

  it('says that the tablet is full, and goes on from there when it is not any more', async () => {
    const disk = createMemoryDisk();
    storage = createMemoryStorage(disk);
    disk.isFull = true;
    expect(await enrolTablet(ports(), input)).toEqual({ kind: 'no-space' });
    disk.isFull = false;
    expect((await enrolTablet(ports(), input)).kind).toBe('enrolled');
  });

  it('does not bother the office with what cannot be a code', async () => {
    expect((await enrolTablet(ports(), { ...input, code: 'ABC' })).kind).toBe('code-invalid');
    expect(asked).toEqual([]);
  });
});

describe('codes', () => {
  it('are read from a link, a paste and a typing hand alike', () => {
    expect(codeFromHash('#code=ABCDE-12345')).toBe('ABCDE-12345');
    for (const typed of ['abcde 12345', 'https://x.example/enrol#code=ABCDE-12345', 'ABCDE-I2345']) {
      expect(readCode(typed)).toBe('ABCDE12345');
    }
    expect(readCode('ABCDE')).toBeUndefined();
  });
});
