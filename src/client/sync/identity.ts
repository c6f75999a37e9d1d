import { importPublicKey } from '../../contract/keys.ts';
import type { SyncPorts } from './ports.ts';
import type { SenderIdentity } from './transport.ts';

/** Undefined until the tablet was enrolled. */
export async function findIdentity(
  storage: Pick<SyncPorts['storage'], 'findDevice' | 'findDeviceKeys'>,
): Promise<SenderIdentity | undefined> {
  const [device, keys] = await Promise.all([storage.findDevice(), storage.findDeviceKeys()]);
  if (device === undefined || keys === undefined) return undefined;
  const receiptKey = await importPublicKey(device.receiptKey.publicKey, 'signing');
  if (receiptKey === undefined) throw new Error('stored receipt key is damaged');
  return { deviceId: device.deviceId, privateKey: keys.requestKey.privateKey, receiptKey };
}
