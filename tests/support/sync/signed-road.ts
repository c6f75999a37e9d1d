import type { NamedKeyPair } from '../../../src/contract/keys.ts';
import {
  KEY_HEADER,
  NONCE_HEADER,
  SIGNATURE_HEADER,
  signAnswer,
} from '../../../src/contract/request-signature.ts';

/** A `fetch` that ends at an office: `answer` says what comes back for a path and a question, and it goes out signed. */
export function signedRoad(
  office: NamedKeyPair,
  answer: (path: string, question: unknown) => { readonly status?: number; readonly body: unknown },
  signer: NamedKeyPair = office,
): typeof fetch {
  return async (url, request) => {
    if (!(request?.body instanceof Uint8Array)) throw new Error('no bytes');
    const question: unknown = JSON.parse(new TextDecoder().decode(request.body));
    const { status = 200, body: said } = answer(new URL(String(url)).pathname, question);
    const body = new TextEncoder().encode(JSON.stringify(said));
    const nonce = new Headers(request.headers).get(NONCE_HEADER) ?? '';
    const signature = await signAnswer({ nonce, body, privateKey: signer.privateKey });
    return new Response(body, {
      status,
      headers: { [KEY_HEADER]: office.id, [SIGNATURE_HEADER]: signature },
    });
  };
}
