import type { AccountState } from '../account/state.ts';
import type { DossierStatus } from '../dossier/status.ts';

/** What the tablet knows of one finished submission. */
export interface FinishedFacts {
  /** Envelope and every photo have their receipts. */
  readonly receivedWhole: boolean;
  /** The office's last word; undefined before the first. Moments with offset. */
  readonly office:
    | {
        readonly kind: 'dossier';
        readonly status: DossierStatus;
        readonly receivedAt: string;
        readonly acceptedAt: string | null;
      }
    | { readonly kind: 'account'; readonly state: AccountState; readonly receivedAt: string }
    | undefined;
}

/** Whether the field has nothing more to do for it: no step of the office's work before acceptance, no question open. */
const dossierSettled = {
  registered: false,
  accepted: true,
  refused: true,
  'in-progress': true,
  'supplement-requested': false,
  'payment-requested': false,
  withdrawn: true,
  stopped: true,
  done: true,
  returned: true,
} as const satisfies Record<DossierStatus, boolean>;

/** A pending account still needs the activation code that its slip shows. */
const accountSettled = {
  pending: false,
  active: true,
  suspended: false,
  merged: true,
} as const satisfies Record<AccountState, boolean>;

const DAY = 24 * 60 * 60 * 1000;

/**
 * Whether the readable copy may leave the tablet: the office has all of it, has settled it, and `keepDays` full days have
 * gone by since by this tablet's clock (`now`, milliseconds). What the office has not said is never taken for granted.
 */
export function mayForget({ receivedWhole, office }: FinishedFacts, keepDays: number, now: number): boolean {
  if (!receivedWhole || office === undefined) return false;
  const isSettled = office.kind === 'dossier' ? dossierSettled[office.status] : accountSettled[office.state];
  const since = office.kind === 'dossier' ? (office.acceptedAt ?? office.receivedAt) : office.receivedAt;
  return isSettled && now - Date.parse(since) >= keepDays * DAY;
}
