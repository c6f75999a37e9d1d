import { importPublicKey } from '../../contract/keys.ts';
import { verifyRequest } from '../../contract/request-signature.ts';
import type { Deps } from '../deps.ts';
import { findTablet } from '../storage/devices.ts';

export type TabletOutcome =
  | { readonly kind: 'known'; readonly deviceId: string }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'device-revoked' };

/** Which enrolled tablet signed this request. A revoked one is told so only when it proves that it is that tablet. */
export async function recogniseTablet(
  deps: Deps,
  request: {
    readonly deviceId: string;
    readonly nonce: string;
    readonly signature: string;
    readonly method: string;
    readonly path: string;
    readonly body: Uint8Array<ArrayBuffer> | null;
  },
): Promise<TabletOutcome> {
  const tablet = await findTablet(deps.db, request.deviceId);
  const key = tablet && (await importPublicKey(tablet.publicKey, 'signing'));
  if (tablet === undefined || key === undefined) return { kind: 'unauthorized' };
  if (!(await verifyRequest({ ...request, publicKey: key.publicKey }))) return { kind: 'unauthorized' };
  return tablet.revokedAt === null ? { kind: 'known', deviceId: tablet.id } : { kind: 'device-revoked' };
}
