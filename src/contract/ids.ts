import * as z from 'zod';

/** Ids are UUIDv7 made by whoever creates the thing, the tablet included; they never change. */
export const EntityId = z.uuid();
/** Moment in time with offset, RFC 3339. */
export const Instant = z.iso.datetime({ offset: true });
/** Civil date in Asia/Ho_Chi_Minh. */
export const CivilDate = z.iso.date();
/** SHA-256, base64url without padding (43 characters). */
export const Digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** First 8 bytes of the SHA-256 of the raw (uncompressed, 65 bytes) public key, base64url (11 characters). */
export const KeyId = z.string().regex(/^[A-Za-z0-9_-]{11}$/);
/** Raw P-256 public key, uncompressed point, base64url. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{87}$/);
/** `TAM-XXXX-XXXX-C`: Crockford base32 with a check character; names a dossier before the office has it. */
export const ProvisionalReference = z
  .string()
  .regex(/^TAM-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/);

export const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
