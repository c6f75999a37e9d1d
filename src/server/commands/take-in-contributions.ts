import type * as z from 'zod';
import { fromBase64url } from '../../contract/base64url.ts';
import { utf8 } from '../../contract/bytes.ts';
import { canonicalJson } from '../../contract/canonical-json.ts';
import { openContributor } from '../../contract/contributor.ts';
import { sha256Base64url } from '../../contract/keys.ts';
import type { Contribution, giveContributions } from '../../contract/operations/languages.ts';
import { fitsSentence } from '../../domain/language/check-text.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/connection.ts';
import { findContribution, insertContribution } from '../storage/contributions.ts';
import { appendAudit } from '../storage/journal.ts';
import { listStaffOfDevice } from '../storage/staff-keys.ts';
import { faultOf, keepContribution, type Opened, type Refused } from './keep-contribution.ts';

type Answer = z.input<typeof giveContributions.answer>;

export type TakeInOutcome =
  | { readonly kind: 'taken'; readonly answer: Answer }
  /** Somebody who does not work on this tablet. */
  | { readonly kind: 'forbidden' };

/**
 * Takes in what a workshop made, one after another in the order given, each whole or not at all: what comes after a refused one
 * is taken all the same. In a language that this server does not know yet nothing is said of it, and it is sent again later.
 * `@idempotent with the id and content of each`
 */
export async function takeInContributions(
  deps: Deps,
  deviceId: string,
  contributions: readonly Contribution[],
): Promise<TakeInOutcome> {
  const staff = await listStaffOfDevice(deps.db, deviceId);
  if (contributions.some(({ staffId }) => !staff.includes(staffId))) return { kind: 'forbidden' };
  const answer: Answer = { kept: [], refused: [] };
  for (const one of contributions) {
    const outcome = await takeIn(deps, deviceId, one);
    if (outcome === 'kept') answer.kept.push(one.id);
    else if (outcome !== 'later') answer.refused.push({ id: one.id, why: outcome });
  }
  return { kind: 'taken', answer };
}

async function takeIn(deps: Deps, deviceId: string, one: Contribution): Promise<'kept' | 'later' | Refused> {
  if ('language' in one && !deps.languages.some(({ tag }) => tag === one.language)) return 'later';
  const opened = await open(deps, one);
  if (opened === undefined || holdsNul(opened)) return 'damaged';
  const digest = await sha256Base64url(utf8(canonicalJson(one)));
  const at = deps.clock.now();
  return inTransaction(deps.db, async (trx) => {
    const known = await findContribution(trx, one.id);
    if (known !== undefined) return known === digest ? 'kept' : 'conflict';
    const fault = await faultOf(trx, opened);
    if (fault !== undefined) return fault;
    // Another request may have been writing the same meanwhile.
    if (!(await insertContribution(trx, { id: one.id, digest, deviceId, at })))
      return (await findContribution(trx, one.id)) === digest ? 'kept' : 'conflict';
    const detail = await keepContribution(trx, opened, at);
    await appendAudit(trx, {
      at,
      staffId: one.staffId,
      deviceId,
      action: `language-${one.kind}-kept`,
      subject: one.id,
      detail,
    });
    return 'kept';
  });
}

/** Undefined where it is not what it says it is. */
async function open(deps: Deps, one: Contribution): Promise<Opened | undefined> {
  switch (one.kind) {
    case 'contributor': {
      const key = deps.keys.sealing.find(one.keyId);
      const person = key && (await openContributor(one.sealed, one.id, key));
      return person && { kind: 'contributor', given: one, person };
    }
    case 'voice': {
      const sound = fromBase64url(one.sound);
      if (sound === undefined || (await sha256Base64url(sound)) !== one.digest) return undefined;
      return { kind: 'voice', given: one, sound };
    }
    case 'text':
      return fitsSentence(one.of, one.text) ? { kind: 'text', given: one } : undefined;
    case 'verdict':
      return { kind: 'verdict', given: one };
  }
}

/** A NUL, which PostgreSQL keeps in no text: it must not bring down what came with it. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return Object.values(value).some(holdsNul);
}
