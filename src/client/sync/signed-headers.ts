import {
  DEVICE_HEADER,
  NONCE_HEADER,
  SIGNATURE_HEADER,
  signRequest,
} from '../../contract/request-signature.ts';
import type { SenderIdentity } from './transport.ts';

/** The headers that say who asks; `body` null for uploads (see `request-signature.ts`). */
export async function signedHeaders(
  identity: SenderIdentity,
  request: {
    readonly method: string;
    readonly path: string;
    readonly body: Uint8Array<ArrayBuffer> | null;
    readonly nonce: string;
  },
): Promise<Record<string, string>> {
  return {
    [DEVICE_HEADER]: identity.deviceId,
    [NONCE_HEADER]: request.nonce,
    [SIGNATURE_HEADER]: await signRequest({ ...request, privateKey: identity.privateKey }),
  };
}
