import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes (OWASP's floor; about 60 ms on the smallest machine we know). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** At least this many characters in a password a person chooses. */
const SHORTEST = 10;

/**
 * Vietnamese keyboards write the same letter composed or decomposed; both must open the same door.
 */
function normal(password: string): string {
  return password.normalize('NFKC');
}

export function hashPassword(password: string): Promise<string> {
  return hash(normal(password), COST);
}

/**
 * True when the password belongs to the hash. Without a hash (unknown login, field-only staff) the same work is done
 * against a hash nobody knows the password of, so that the time taken does not tell which logins exist.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash), normal(password));
  return passwordHash !== null && matches;
}

const nobodysHash = hashPassword(Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64'));

/** Why a chosen password is refused; undefined when it will do. */
export function passwordWeakness(
  chosen: string,
  known: { readonly login: string; readonly current: string },
): 'too-short' | 'same-as-before' | 'contains-login' | undefined {
  if ([...normal(chosen)].length < SHORTEST) return 'too-short';
  if (normal(chosen) === normal(known.current)) return 'same-as-before';
  return normal(chosen).toLowerCase().includes(known.login.toLowerCase()) ? 'contains-login' : undefined;
}

/** Crockford's alphabet: no letter that is mistaken for a digit when read from paper. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `XXXX-XXXX-XXXX`, 60 bits, to be read out or written down once. `bytes` gives strong randomness. */
export function oneTimePassword(bytes: (length: number) => Uint8Array): string {
  const letters = [...bytes(12)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}
