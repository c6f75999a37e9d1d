import * as z from 'zod';
import { AccountActionKind } from '../../domain/account/actions.ts';
import { Answers } from '../../domain/procedure/contract/answers.ts';
import { AccountState } from '../down/change.ts';
import { Digest, EntityId, Instant, ProvisionalReference } from '../ids.ts';
import { ConsentRecord } from '../up/submission.ts';
import { ById, DossierLine, OfficeAttachment } from './office.ts';
import { operation } from './operation.ts';

/*
 * Accounts at the office. Nothing of an account is ever thrown away: a merged one keeps all it was, under the one that
 * stays, so that undoing the merge gives it back exactly.
 */

export const AccountLine = z.strictObject({
  id: EntityId,
  name: z.string(),
  birthDate: z.string().nullable(),
  village: z.string().nullable(),
  state: AccountState,
  provisionalReference: ProvisionalReference,
  receivedAt: Instant,
  assistedByName: z.string(),
});
export type AccountLine = z.infer<typeof AccountLine>;

/** The list has no pages: whoever is not among so many newest is found by searching. */
export const MOST_ACCOUNTS = 200;

/** Newest first, at most `MOST_ACCOUNTS`; `search` folds accents and matches name or TAM- reference. */
export const listAccounts = operation({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/office/accounts',
  query: z.strictObject({ search: z.string().max(80).optional() }),
  answer: z.strictObject({ accounts: z.array(AccountLine) }),
});

/** `same-number`: the same personal number. `same-name-and-year`: the same name and year of birth in the same village. */
export const AccountLikeness = z.enum(['same-number', 'same-name-and-year']);

/** Pairs that may be one person, that nobody has judged yet; neither of them is merged. At most 200. */
export const listDoubles = operation({
  id: 'listDoubles',
  method: 'GET',
  path: '/api/office/account-doubles',
  answer: z.strictObject({
    pairs: z.array(z.strictObject({ a: AccountLine, b: AccountLine, likeness: AccountLikeness })),
  }),
});

/** How the officer knew that this is the person: the card was seen, or somebody whom the office knows vouched for them. */
export const IdentityCheck = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('card-seen') }),
  z.strictObject({ how: z.literal('known-person'), who: z.string().trim().min(2).max(120) }),
]);
export type IdentityCheck = z.infer<typeof IdentityCheck>;

const Reason = z.string().trim().min(3).max(500);

export const AccountAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('activate'), check: IdentityCheck }),
  /** The code is made where it is shown and printed, once; the server gets the hash of its canonical form (as tablets do). */
  z.strictObject({ kind: z.literal('reissue-code'), check: IdentityCheck, codeHash: Digest }),
  z.strictObject({ kind: z.literal('suspend'), reason: Reason }),
  z.strictObject({ kind: z.literal('reinstate'), reason: Reason }),
  /** Into the one that stays, as it was seen (`intoRevision`). */
  z.strictObject({ kind: z.literal('merge'), into: EntityId, intoRevision: z.int(), reason: Reason }),
  z.strictObject({ kind: z.literal('undo-merge'), reason: Reason }),
  z.strictObject({ kind: z.literal('keep-apart'), other: EntityId, reason: Reason }),
]);
export type AccountAct = z.infer<typeof AccountAct>;

const NamedAccount = z.strictObject({
  id: EntityId,
  name: z.string(),
  provisionalReference: ProvisionalReference,
});

export const AccountHistoryEntry = z.strictObject({
  id: EntityId,
  action: AccountActionKind,
  at: Instant,
  /** Null: the citizen, with the code of the slip. */
  byName: z.string().nullable(),
  reason: z.string().nullable(),
  check: IdentityCheck.nullable(),
  other: NamedAccount.nullable(),
});
export type AccountHistoryEntry = z.infer<typeof AccountHistoryEntry>;

export const AccountDetail = AccountLine.extend({
  /** Goes up with each change; send it back with an action (optimistic lock). */
  revision: z.int(),
  procedureId: z.string(),
  procedureVersion: z.int(),
  answers: Answers,
  attachments: z.array(OfficeAttachment),
  consents: z.array(ConsentRecord),
  deviceName: z.string(),
  /** Its own, and those of accounts merged into it. */
  dossiers: z.array(DossierLine),
  /** The one that stays in its place; null where it is not merged. */
  mergedInto: NamedAccount.nullable(),
  /** Those merged into it, directly or through another. */
  merged: z.array(NamedAccount),
  doubles: z.array(
    z.strictObject({
      account: AccountLine,
      likeness: AccountLikeness,
      /** Somebody found that they are two people. */
      keptApart: z.strictObject({ byName: z.string(), at: Instant, reason: z.string() }).nullable(),
    }),
  ),
  /** The code with which the citizen activates it: until when it may be used, and, after wrong tries, from when again. */
  code: z.strictObject({ expiresAt: Instant, isExpired: z.boolean(), lockedUntil: Instant.nullable() }),
  /** Newest first. */
  history: z.array(AccountHistoryEntry),
  /** Actions this officer may take now. */
  allowed: z.array(AccountActionKind),
});
export type AccountDetail = z.infer<typeof AccountDetail>;

export const getAccount = operation({
  id: 'getAccount',
  method: 'GET',
  path: '/api/office/accounts/:id',
  params: ById,
  answer: AccountDetail,
});

/**
 * One action on an account: one transaction, on record, told to the tablet that registered it. Idempotent with `commandId`;
 * `conflict` when a revision is not the present one; `state-not-allowed` when the state does not allow it.
 */
export const actOnAccount = operation({
  id: 'actOnAccount',
  method: 'POST',
  path: '/api/office/accounts/:id/actions',
  params: ById,
  body: z.strictObject({ commandId: EntityId, revision: z.int(), act: AccountAct }),
  answer: AccountDetail,
});
