import { enrolmentProof } from '../../../../contract/enrolment-proof.ts';
import { exportPublicKey, generateKeyPair } from '../../../../contract/keys.ts';
import { EnrolmentCode } from '../../../../contract/operations/enrolment.ts';
import { CONTRACT_VERSION } from '../../../../contract/version.ts';
import type { DeviceRecord } from '../../../storage/model.ts';
import type { Storage } from '../../../storage/storage.ts';
import { NoSpaceLeft } from '../../../storage/watch-space.ts';
import { makeDeviceKeys } from '../../../vault/device-keys.ts';
import type { DeviceKeys, OpenVault, PinCost, VaultRecord } from '../../../vault/model.ts';
import { NO_ATTEMPTS } from '../../../vault/pin-attempts.ts';
import { createVault, openVault } from '../../../vault/vault.ts';
import { type PendingEnrolment, packPending, pendingName, unpackPending } from './pending-enrolment.ts';
import type { RedeemAnswer, RedeemCode, RedeemOutcome } from './redeem-code.ts';

export interface EnrolPorts {
  readonly storage: Pick<
    Storage,
    | 'findDevice'
    | 'putDevice'
    | 'findDeviceKeys'
    | 'putDeviceKeys'
    | 'listVaults'
    | 'putVault'
    | 'findPendingEnrolment'
    | 'putPendingEnrolment'
    | 'putPinAttempts'
    | 'startAnew'
  >;
  readonly redeem: RedeemCode;
  readonly newId: () => string;
  readonly measureCost: () => Promise<PinCost>;
}

interface EnrolInput {
  readonly code: string;
  readonly deviceName: string;
  readonly pin: string;
}

export type EnrolOutcome =
  | { readonly kind: 'enrolled'; readonly vault: OpenVault }
  /** This person works here already: their tries are forgiven, their PIN and drafts stay as they were until they choose. */
  | ReopenedDoor
  /** The disk is full. Nothing is lost: the same code and PIN go on from here. */
  | { readonly kind: 'no-space' }
  /** This code was begun on this tablet with another PIN, before it was interrupted. */
  | { readonly kind: 'other-pin' }
  | { readonly kind: Exclude<RedeemOutcome['kind'], 'redeemed'> };

/** Back in with the PIN they had, or, where nobody knows it any more, anew with the PIN just chosen. */
export interface ReopenedDoor {
  readonly kind: 'door-reopened';
  readonly staffId: string;
  readonly displayName: string;
  readonly keepPin: () => Promise<void>;
  /** Replaces their vault; their drafts on this tablet go with it. Ask first. */
  readonly startAnew: () => Promise<Extract<EnrolOutcome, { readonly kind: 'enrolled' | 'no-space' }>>;
}

/**
 * Binds this tablet and a person to the office. May be interrupted at any point and begun again with the same code and
 * PIN: the keys are on disk before the office hears of them, and it gives the same answer to the same keys.
 */
export async function enrolTablet(ports: EnrolPorts, input: EnrolInput): Promise<EnrolOutcome> {
  return await sayingNoSpace(() => enrol(ports, input));
}

async function enrol(ports: EnrolPorts, input: EnrolInput): Promise<EnrolOutcome> {
  const parsed = EnrolmentCode.safeParse(input.code);
  if (!parsed.success) return { kind: 'code-invalid' };
  const code = parsed.data;
  const deviceKeys = await getDeviceKeys(ports);
  const name = await pendingName(code);
  const pending = await getPending(ports, { name, pin: input.pin, deviceKeys });
  const opened = await openVault(pending.record, input.pin, deviceKeys);
  if (opened.kind !== 'opened') return { kind: 'other-pin' };
  const outcome = await ports.redeem({
    contractVersion: CONTRACT_VERSION,
    code,
    deviceId: deviceKeys.deviceId,
    deviceName: input.deviceName.trim(),
    deviceKey: await exportPublicKey(deviceKeys.requestKey.publicKey),
    signingKey: await exportPublicKey(opened.vault.signingKey.publicKey),
    deviceProof: await enrolmentProof(code, deviceKeys.deviceId, deviceKeys.requestKey.privateKey),
    signingProof: await enrolmentProof(code, deviceKeys.deviceId, opened.vault.signingKey.privateKey),
  });
  opened.vault.close();
  if (outcome.kind !== 'redeemed') return outcome;
  return await settle(ports, { ...input, name, deviceKeys, pending, answer: outcome.answer });
}

async function settle(
  { storage }: EnrolPorts,
  of: {
    readonly name: string;
    readonly pin: string;
    readonly deviceName: string;
    readonly deviceKeys: DeviceKeys;
    readonly pending: PendingEnrolment;
    readonly answer: RedeemAnswer;
  },
): Promise<EnrolOutcome> {
  const { answer, pending } = of;
  const staff = {
    staffId: answer.staff.id,
    displayName: answer.staff.displayName,
    login: answer.staff.login,
  };
  const earlier = (await storage.listVaults()).find((vault) => vault.staffId === staff.staffId);
  const isOtherVault = earlier !== undefined && earlier.signerKeyId !== pending.record.signerKeyId;
  // Never over an older vault: its data key alone opens that person's drafts.
  const record: VaultRecord = isOtherVault ? earlier : { ...pending.record, ...staff };
  if (!isOtherVault) await storage.putVault(record);
  await storage.putDevice(deviceFrom(answer, of.deviceName, await storage.findDevice()));
  await storage.putPinAttempts(staff.staffId, NO_ATTEMPTS);
  const forgetPending = () => storage.putPendingEnrolment(of.name, undefined);
  const openNew = async (made: VaultRecord) => {
    await forgetPending();
    const opened = await openVault(made, of.pin, of.deviceKeys);
    if (opened.kind !== 'opened') throw new Error('a vault made a moment ago does not open');
    return { kind: 'enrolled' as const, vault: opened.vault };
  };
  if (!isOtherVault) return await openNew(record);
  // The new keys stay at hand until the person has chosen: a browser killed on that screen asks again with the same code.
  return {
    kind: 'door-reopened',
    staffId: staff.staffId,
    displayName: earlier.displayName,
    keepPin: forgetPending,
    startAnew: () =>
      sayingNoSpace(async () => {
        const made: VaultRecord = { ...pending.record, ...staff };
        await storage.startAnew(made);
        return await openNew(made);
      }),
  };
}

async function sayingNoSpace<Outcome>(work: () => Promise<Outcome>): Promise<Outcome | { kind: 'no-space' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoSpaceLeft) return { kind: 'no-space' };
    throw error;
  }
}

async function getDeviceKeys({ storage, newId }: EnrolPorts): Promise<DeviceKeys> {
  const kept = await storage.findDeviceKeys();
  if (kept !== undefined) return kept;
  const made = await makeDeviceKeys(newId());
  await storage.putDeviceKeys(made);
  return made;
}

async function getPending(
  { storage, measureCost }: EnrolPorts,
  of: { readonly name: string; readonly pin: string; readonly deviceKeys: DeviceKeys },
): Promise<PendingEnrolment> {
  const kept = await storage.findPendingEnrolment(of.name);
  const pending = kept === undefined ? undefined : unpackPending(kept);
  if (pending?.deviceId === of.deviceKeys.deviceId) return pending;
  const { record, vault } = await createVault({
    pin: of.pin,
    deviceKeys: of.deviceKeys,
    staff: { staffId: '', displayName: '', login: '' },
    signingKeyPair: await generateKeyPair('signing', true),
    cost: await measureCost(),
  });
  vault.close();
  const made: PendingEnrolment = { deviceId: of.deviceKeys.deviceId, record };
  await storage.putPendingEnrolment(of.name, packPending(made));
  return made;
}

function deviceFrom(
  answer: RedeemAnswer,
  deviceName: string,
  earlier: DeviceRecord | undefined,
): DeviceRecord {
  const others = (earlier?.leases ?? []).filter((lease) => lease.staffId !== answer.staff.id);
  return {
    ...earlier,
    deviceId: answer.deviceId,
    deviceName: earlier?.deviceName ?? deviceName.trim(),
    commune: answer.commune,
    sealingKey: answer.sealingKey,
    receiptKeys: [answer.receiptKey],
    cursor: earlier?.cursor ?? 0,
    leases: [...others, { staffId: answer.staff.id, until: answer.leaseUntil }],
    demo: answer.demo,
  };
}
