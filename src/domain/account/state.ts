import * as z from 'zod';

/** State of a citizen's account at the office: `pending` until the office or the citizen activates it. */
export const AccountState = z.enum(['pending', 'active', 'suspended', 'merged']);
export type AccountState = z.infer<typeof AccountState>;
