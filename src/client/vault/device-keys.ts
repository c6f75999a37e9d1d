import { generateKeyPair } from '../../contract/keys.ts';
import type { DeviceKeys } from './model.ts';

/**
 * Makes what the tablet itself holds. Nothing in it can be exported: a copy of the database on another machine is a copy
 * without these keys wherever the browser's key store is bound to the machine (docs/SECURITY.md says how far that goes).
 */
export async function makeDeviceKeys(deviceId: string): Promise<DeviceKeys> {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const pinSecret = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  secret.fill(0);
  return { deviceId, requestKey: await generateKeyPair('signing'), pinSecret };
}
