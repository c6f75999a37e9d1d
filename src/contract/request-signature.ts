/*
 * How a tablet signs its requests, and how the server signs its answers.
 *
 *   request:  ve-ban-device: <deviceId>
 *             ve-ban-nonce: <16 random bytes, base64url>
 *             ve-ban-signature: ES256 by the device key over
 *                UTF-8 "ve-ban-request/1\n" METHOD "\n" path "\n" nonce "\n" base64url(SHA-256(body)) or "-" for upload bodies
 *   answer:   ve-ban-key: <receipt key id>
 *             ve-ban-signature: ES256 by the receipt key over UTF-8 "ve-ban-answer/1\n" nonce "\n" base64url(SHA-256(answer body))
 *
 * The device key needs no PIN, so the service worker can send while the app is locked; upload bodies are ciphertext
 * whose digest the envelope names, so they are not hashed a second time here. Replaying a request is harmless:
 * everything behind it is idempotent.
 */

export const DEVICE_HEADER = 've-ban-device';
export const NONCE_HEADER = 've-ban-nonce';
export const SIGNATURE_HEADER = 've-ban-signature';
export const KEY_HEADER = 've-ban-key';
