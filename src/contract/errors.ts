import * as z from 'zod';

/**
 * Every refusal the server gives, as data. Clients decide on `kind` alone, never on text or status code.
 * `detail` is for the log and names no person.
 */
export const ErrorKind = z.enum([
  'malformed', // the request does not match its schema
  'unauthorized', // no valid session or device signature
  'forbidden', // known, but not allowed
  'not-found',
  'conflict', // same id with other content, or changed meanwhile
  'code-invalid', // enrolment code unknown, used or expired
  'credentials-invalid',
  'password-change-needed',
  'password-too-weak',
  'too-many-requests',
  'too-large',
  'update-needed', // contract version below the floor
  'device-revoked',
  'state-not-allowed', // the action is not allowed in the dossier's present status
  'internal',
]);
export type ErrorKind = z.infer<typeof ErrorKind>;

export const ErrorBody = z.object({
  kind: ErrorKind,
  detail: z.string().optional(),
  /** Seconds to wait before another try. */
  retryAfter: z.number().optional(),
});
export type ErrorBody = z.infer<typeof ErrorBody>;
