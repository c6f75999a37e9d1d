import type { DownMessage, PlacedRefusal } from '../../contract/down/down-message.ts';
import { signReceiptList } from '../../contract/down/receipt-list.ts';
import { type PlacedReceipt, packReceived } from '../../contract/down/received.ts';
import { digestStart, type UpHead } from '../../contract/up/up-message.ts';
import { changeFor } from '../../contract/upcast/change-for.ts';
import { CONTRACT_VERSION } from '../../contract/version.ts';
import type { Deps } from '../deps.ts';
import { listChanges } from '../storage/changes.ts';
import { inTransaction } from '../storage/connection.ts';
import { recordContact } from '../storage/devices.ts';
import { getOfficeSettings } from '../storage/settings.ts';
import { listStaffOfDevice, renewLeases } from '../storage/staff-keys.ts';
import { type AskedOutcome, answerAsked } from './answer-asked.ts';
import { leaseUntil } from './lease.ts';
import type { ItemOutcome } from './take-in-item.ts';

/** Changes in one answer: some 60 kB of JSON, fine on a slow link; the tablet asks again while there are more. */
const CHANGES_LIMIT = 200;

/**
 * The answer to a request whose items were all taken in: what became of them and of what was asked about, what has
 * changed, and the leases anew. Repeating a round is harmless.
 */
export async function answerSync(
  deps: Deps,
  round: {
    readonly deviceId: string;
    readonly head: UpHead;
    /** In the order in which they came. */
    readonly outcomes: readonly ItemOutcome[];
    /** Ids of the receipt keys that the tablet trusts, newest first. */
    readonly trusted: readonly string[];
  },
): Promise<DownMessage> {
  const { deviceId, head } = round;
  const asked = await answerAsked(deps, head.asked, deviceId);
  const told = tell([...round.outcomes, ...asked]);
  const { received, receiptKeys, sealingKey } = await keysAndReceipts(deps, round, told.receipts);
  return {
    contractVersion: CONTRACT_VERSION,
    ...(received !== undefined && { received }),
    refusals: told.refusals,
    awaited: told.awaited,
    backups: told.backups,
    ...(await news(deps, { deviceId, head })),
    ...(sealingKey !== undefined && { sealingKey }),
    ...(receiptKeys !== undefined && { receiptKeys }),
    policy: (await getOfficeSettings(deps.db)).tablets,
  };
}

/** What every round tells a tablet, whatever it brought: the time, the leases, and what has changed. */
export async function news(
  deps: Deps,
  round: {
    readonly deviceId: string;
    readonly head: Pick<UpHead, 'contractVersion' | 'appVersion' | 'cursor' | 'health'>;
  },
) {
  const { deviceId, head } = round;
  const now = deps.clock.now();
  const leases = await inTransaction(deps.db, async (trx) => {
    await recordContact(trx, { deviceId, at: now, appVersion: head.appVersion, health: head.health });
    return renewLeases(trx, deviceId, leaseUntil(now));
  });
  const staffIds = await listStaffOfDevice(deps.db, deviceId);
  const found = await listChanges(deps.db, { staffIds, after: head.cursor, limit: CHANGES_LIMIT + 1 });
  const changes = found.slice(0, CHANGES_LIMIT).map((one) => changeFor(head.contractVersion, one));
  return {
    serverTime: now.toISOString(),
    changes,
    cursor: changes.at(-1)?.cursor ?? head.cursor,
    more: found.length > changes.length,
    leases: leases.map(({ staffId, until }) => ({ staffId, until: until.toISOString() })),
  };
}

interface Told {
  readonly receipts: PlacedReceipt[];
  readonly refusals: PlacedRefusal[];
  readonly awaited: [number, number][];
  readonly backups: number[];
}

/** Each outcome under its place: items first, then what was asked about. */
function tell(outcomes: readonly (ItemOutcome | AskedOutcome)[]): Told {
  const told: Told = { receipts: [], refusals: [], awaited: [], backups: [] };
  for (const [place, outcome] of outcomes.entries()) {
    switch (outcome.kind) {
      case 'received':
        told.receipts.push({ place, receipt: outcome.receipt });
        break;
      case 'refused': {
        const { kind: _kind, digest, ...why } = { reason: 'id-conflict' as const, ...outcome };
        told.refusals.push({ place, digest: digestStart(digest), ...why });
        break;
      }
      case 'awaited':
        told.awaited.push([place, outcome.offset]);
        break;
      case 'kept':
        told.backups.push(place);
        break;
      case 'silent':
        break;
    }
  }
  return told;
}

/** Receipts under one signature; keys only where the tablet does not have them yet. */
async function keysAndReceipts(
  deps: Deps,
  { head, trusted }: { readonly head: UpHead; readonly trusted: readonly string[] },
  placed: readonly PlacedReceipt[],
) {
  const { sealing, receipt } = deps.keys;
  const { id, rawPublicKey } = sealing.current;
  const isTrusted = receipt.all.map((key) => key.id).join(' ') === trusted.join(' ');
  const list =
    placed.length === 0
      ? undefined
      : await signReceiptList(
          placed.map((one) => one.receipt),
          receipt.current,
        );
  return {
    received: list && packReceived(list, placed),
    sealingKey: head.sealed?.recipientKeyId === id ? undefined : { id, publicKey: rawPublicKey },
    receiptKeys: isTrusted
      ? undefined
      : receipt.all.map((key) => ({ id: key.id, publicKey: key.rawPublicKey })),
  };
}
