import { importPublicKey, type NamedPublicKey } from '../../contract/keys.ts';
import type { SyncPorts } from './ports.ts';
import type { SenderIdentity } from './transport.ts';

/** Undefined until the tablet was enrolled. */
export async function findIdentity(
  storage: Pick<SyncPorts['storage'], 'findDevice' | 'findDeviceKeys'>,
): Promise<SenderIdentity | undefined> {
  const [device, keys] = await Promise.all([storage.findDevice(), storage.findDeviceKeys()]);
  if (device === undefined || keys === undefined) return undefined;
  const receiptKeys = await importReceiptKeys(device.receiptKeys);
  return { deviceId: device.deviceId, privateKey: keys.requestKey.privateKey, receiptKeys };
}

/** Receipt keys from the disk or from a signed answer; throws where one is no key at all. */
export async function importReceiptKeys(
  keys: readonly { readonly publicKey: string }[],
): Promise<readonly NamedPublicKey[]> {
  return await Promise.all(
    keys.map(async ({ publicKey }) => {
      const key = await importPublicKey(publicKey, 'signing');
      if (key === undefined) throw new Error('a receipt key is damaged');
      return key;
    }),
  );
}
