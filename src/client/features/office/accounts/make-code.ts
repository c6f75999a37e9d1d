import { utf8 } from '../../../../contract/bytes.ts';
import { sha256Base64url } from '../../../../contract/keys.ts';
import {
  ACTIVATION_CODE_BYTES,
  makeActivationCode,
  normaliseActivationCode,
} from '../../../../domain/account/activation-code.ts';

/** A new code, which stays on this screen and on the paper, and its hash, which alone is sent. */
export async function makeCode(): Promise<{ readonly code: string; readonly hash: string }> {
  const code = makeActivationCode(crypto.getRandomValues(new Uint8Array(ACTIVATION_CODE_BYTES)));
  const canonical = normaliseActivationCode(code);
  if (canonical.kind === 'invalid') throw new Error('an activation code was made that cannot be read');
  return { code, hash: await sha256Base64url(utf8(canonical.value)) };
}
