import { beforeAll, describe, expect, it } from 'vitest';
import { makeDeviceKeys } from '../../../../src/client/vault/device-keys.ts';
import type { DeviceKeys, PinAttempts, VaultRecord } from '../../../../src/client/vault/model.ts';
import { NO_ATTEMPTS } from '../../../../src/client/vault/pin-attempts.ts';
import { type AttemptCounter, unlockVault } from '../../../../src/client/vault/unlock.ts';
import { createVault, openVault } from '../../../../src/client/vault/vault.ts';
import { utf8 } from '../../../../src/contract/bytes.ts';
import { generateKeyPair, signText, verifyText } from '../../../../src/contract/keys.ts';

// Cheap on purpose: what is tested is who may open, not how long it takes.
const cost = { memory: 64, passes: 1 };
const PIN = '847291';
const staff = { staffId: '0190a1b2-0000-7000-8000-00000000000a', displayName: 'Cán bộ mẫu', login: 'mau' };
let deviceKeys: DeviceKeys;
let record: VaultRecord;
let sealed: Uint8Array<ArrayBuffer>;

const create = async (pin = PIN) =>
  await createVault({ pin, deviceKeys, staff, signingKeyPair: await generateKeyPair('signing', true), cost });
const unlocked = async () => {
  const outcome = await openVault(record, PIN, deviceKeys);
  if (outcome.kind !== 'opened') throw new Error(outcome.kind);
  return outcome.vault;
};

beforeAll(async () => {
  deviceKeys = await makeDeviceKeys('0190a1b2-0000-7000-8000-00000000000b');
  const made = await create();
  record = made.record;
  sealed = await made.vault.seal(utf8('Lò Thị Mẫu'), 'draft/1');
});

describe('a vault', () => {
  it('opens with PIN and device, to the same keys', async () => {
    const vault = await unlocked();
    expect(await vault.open(sealed, 'draft/1')).toEqual(utf8('Lò Thị Mẫu'));
    expect(vault.signingKey.id).toBe(record.signerKeyId);
    const signature = await signText('x', vault.signingKey.privateKey);
    expect(await verifyText('x', signature, vault.signingKey.publicKey)).toBe(true);
  });

  it('hands out no key that can be exported', async () => {
    const { privateKey } = (await unlocked()).signingKey;
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('pkcs8', deviceKeys.requestKey.privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('raw', deviceKeys.pinSecret)).rejects.toThrow();
  });

  it('does not open with another PIN, nor with the right PIN on another tablet', async () => {
    expect((await openVault(record, '847292', deviceKeys)).kind).toBe('wrong-pin');
    expect((await openVault(record, PIN, await makeDeviceKeys('x'))).kind).toBe('wrong-pin');
  });

  it('tells rotten bytes from a wrong PIN, wherever they rot', async () => {
    for (let at = 0; at < record.wrappedKeys.length; at += 7) {
      const wrappedKeys = record.wrappedKeys.slice();
      wrappedKeys[at] = (wrappedKeys[at] ?? 0) ^ 1;
      expect((await openVault({ ...record, wrappedKeys }, PIN, deviceKeys)).kind).toBe('damaged');
    }
    expect((await openVault({ ...record, wrappedKeys: new Uint8Array() }, PIN, deviceKeys)).kind).toBe(
      'damaged',
    );
  });

  it('opens no record of a colleague, and none moved to another place', async () => {
    const colleague = (await create()).vault;
    expect(await colleague.open(sealed, 'draft/1')).toBeUndefined();
    expect(await (await unlocked()).open(sealed, 'draft/2')).toBeUndefined();
  });

  it('does nothing once closed', async () => {
    const vault = await unlocked();
    vault.close();
    await expect(vault.open(sealed, 'draft/1')).rejects.toThrow('closed');
    expect(() => vault.signingKey).toThrow('closed');
  });

  it('made before the office said who it is for, gets the name later', async () => {
    const named = { ...record, staffId: '0190a1b2-0000-7000-8000-0000000000ff', displayName: 'Tên khác' };
    const outcome = await openVault(named, PIN, deviceKeys);
    expect(outcome).toMatchObject({ kind: 'opened', vault: { staffId: named.staffId } });
  });
});

describe('unlocking', () => {
  const counterFrom = (start: PinAttempts) => {
    const written: PinAttempts[] = [];
    const counter: AttemptCounter = {
      getPinAttempts: async () => written.at(-1) ?? start,
      putPinAttempts: async (_staffId, attempts) => void written.push(attempts),
    };
    return { written, counter };
  };

  it('counts a try before it is made: a kill in the middle still counts', async () => {
    const { written, counter } = counterFrom(NO_ATTEMPTS);
    const killed: AttemptCounter = {
      ...counter,
      putPinAttempts: async (staffId, attempts) => {
        await counter.putPinAttempts(staffId, attempts);
        throw new Error('battery');
      },
    };
    await expect(unlockVault(record, PIN, { deviceKeys, counter: killed, now: () => 0 })).rejects.toThrow(
      'battery',
    );
    expect(written).toMatchObject([{ failures: 1 }]);
  });

  it('forgives after the right PIN, and does not count a damaged record', async () => {
    const { written, counter } = counterFrom({ ...NO_ATTEMPTS, failures: 2 });
    expect((await unlockVault(record, PIN, { deviceKeys, counter, now: () => 0 })).kind).toBe('opened');
    expect(written.at(-1)).toEqual(NO_ATTEMPTS);
    const broken = { ...record, wrappedKeys: new Uint8Array(3) };
    expect((await unlockVault(broken, PIN, { deviceKeys, counter, now: () => 0 })).kind).toBe('damaged');
    expect(written.at(-1)).toEqual(NO_ATTEMPTS);
  });

  it('tries nothing while waiting or locked out, not even the right PIN', async () => {
    const waiting = counterFrom({ failures: 3, notBefore: 30_000, lockedOut: false });
    const early = await unlockVault(record, PIN, { deviceKeys, counter: waiting.counter, now: () => 10_000 });
    expect(early).toEqual({ kind: 'wait', milliseconds: 20_000 });
    expect(waiting.written).toEqual([]);
    let now = 0;
    const { counter } = counterFrom(NO_ATTEMPTS);
    for (let tries = 0; tries < 10; tries++) {
      now += 3_600_000;
      expect((await unlockVault(record, '000001', { deviceKeys, counter, now: () => now })).kind).toBe(
        'wrong-pin',
      );
    }
    now += 1e12;
    expect((await unlockVault(record, PIN, { deviceKeys, counter, now: () => now })).kind).toBe('locked-out');
  });

  it('a clock turned back starts the wait over, and it ends', async () => {
    const { written, counter } = counterFrom({ failures: 3, notBefore: 5e12, lockedOut: false });
    let now = 1e12;
    const unlock = () => unlockVault(record, PIN, { deviceKeys, counter, now: () => now });
    expect(await unlock()).toEqual({ kind: 'wait', milliseconds: 30_000 });
    expect(written.at(-1)?.notBefore).toBe(1e12 + 30_000);
    now += 30_000;
    expect((await unlock()).kind).toBe('opened');
  });
});
