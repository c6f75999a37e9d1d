import { deleteDraft } from './drafts.ts';
import type { Kiosk, KioskNumber, KioskVisit } from './model.ts';
import type { Rows, Tables, Transaction } from './tables.ts';
import { NoSpaceLeft } from './watch-space.ts';

type Row = Rows['kiosks'];

/** A tablet that stands in a hall and is used by whoever comes. What it keeps is sealed for the one who switched it on. */
export interface KioskStore {
  /** The kiosk that is on, readable while locked. */
  find(): Promise<Kiosk | undefined>;
  /** The pair that one staff member's visits are sealed to, the private half sealed by their vault. */
  findKeys(staffId: string): Promise<Pick<Row, 'publicKey' | 'sealed'> | undefined>;
  /** Switches it on, for this person and nobody else; it stays on until `end`, over reloads and new versions. */
  begin(kiosk: Kiosk, keys: Pick<Row, 'publicKey' | 'sealed'>): Promise<void>;
  /** Switches it off; a visit still open is left as it is, and counts as left. */
  end(today: string): Promise<void>;

  /** Keeps the sealed key of a visit before the first word is kept under it. */
  beginVisit(visit: Pick<KioskVisit, 'id' | 'staffId' | 'beganAt' | 'sealedKey'>): Promise<void>;
  /**
   * Ends a visit and gives it the day's next number; `today` is a civil date. One that kept no draft goes without a trace
   * (undefined), and so does one that is not here any more.
   */
  endVisit(id: string, how: KioskNumber['how'], today: string): Promise<KioskNumber | undefined>;
  /** Visits that a dead browser left open: ended as left. */
  endOpenVisits(today: string): Promise<void>;
  /** Ended visits of which drafts wait for this person, the oldest first. */
  listVisits(staffId: string): Promise<readonly KioskVisit[]>;
  /** Removes a visit with whatever is still kept under it; the caller has taken over what counts. */
  forgetVisit(id: string): Promise<void>;
}

export function createKioskStore(tables: Tables, now: () => Date, announce: () => void): KioskStore {
  async function write<R>(work: (transaction: Transaction) => Promise<R>): Promise<R> {
    const outcome = await tables.write(work);
    if (outcome.kind === 'no-space') throw new NoSpaceLeft('no space to write what the kiosk needs');
    announce();
    return outcome.value;
  }

  async function endOne(
    transaction: Transaction,
    visit: KioskVisit,
    how: KioskNumber['how'],
    today: string,
  ): Promise<KioskNumber | undefined> {
    const drafts = (await transaction.all('drafts')).filter((row) => row.staffId === visit.id);
    const kiosk = await transaction.get('kiosks', visit.staffId);
    if (drafts.length === 0 || kiosk === undefined) {
      await forget(transaction, visit.id);
      return undefined;
    }
    const value = (kiosk.given?.day === today ? kiosk.given.last : 0) + 1;
    const number: KioskNumber = { value, how, at: now().toISOString() };
    await transaction.put('kiosks', { ...kiosk, given: { day: today, last: value } });
    await transaction.put('kioskVisits', { ...visit, number });
    return number;
  }

  async function endOpen(transaction: Transaction, today: string): Promise<void> {
    for (const visit of await transaction.all('kioskVisits'))
      if (visit.number === undefined) await endOne(transaction, visit, 'left', today);
  }

  return {
    async find() {
      const row = (await tables.read((transaction) => transaction.all('kiosks'))).find((one) => one.on);
      return row?.on && { staffId: row.staffId, publicKey: row.publicKey, ...row.on };
    },
    findKeys: (staffId) => tables.read((transaction) => transaction.get('kiosks', staffId)),
    begin: ({ staffId, publicKey: _key, ...on }, keys) =>
      write(async (transaction) => {
        for (const row of await transaction.all('kiosks')) await transaction.put('kiosks', off(row));
        const before = await transaction.get('kiosks', staffId);
        await transaction.put('kiosks', {
          ...keys,
          staffId,
          on,
          ...(before?.given === undefined ? {} : { given: before.given }),
        });
      }),
    end: (today) =>
      write(async (transaction) => {
        await endOpen(transaction, today);
        for (const row of await transaction.all('kiosks')) await transaction.put('kiosks', off(row));
      }),

    beginVisit: (visit) => write((transaction) => transaction.put('kioskVisits', visit)),
    endVisit: (id, how, today) =>
      write(async (transaction) => {
        const visit = await transaction.get('kioskVisits', id);
        if (visit === undefined) return undefined;
        return visit.number ?? (await endOne(transaction, visit, how, today));
      }),
    endOpenVisits: (today) => write((transaction) => endOpen(transaction, today)),
    async listVisits(staffId) {
      const all = await tables.read((transaction) => transaction.all('kioskVisits'));
      return all
        .filter((visit) => visit.staffId === staffId && visit.number !== undefined)
        .sort((a, b) => (a.beganAt < b.beganAt ? -1 : 1));
    },
    forgetVisit: (id) => write((transaction) => forget(transaction, id)),
  };
}

/** Visits sealed to a key that nobody opens any more go with it. */
export async function forgetKiosk(transaction: Transaction, staffId: string): Promise<void> {
  for (const visit of await transaction.all('kioskVisits'))
    if (visit.staffId === staffId) await forget(transaction, visit.id);
  await transaction.delete('kiosks', staffId);
}

function off({ on: _on, ...row }: Row): Row {
  return row;
}

/** A visit's drafts are kept as those of a person whose id is the visit's. */
async function forget(transaction: Transaction, id: string): Promise<void> {
  for (const row of await transaction.all('drafts'))
    if (row.staffId === id) await deleteDraft(transaction, row.id);
  for (const page of await transaction.where('indexPages', 'staffId', id))
    await transaction.delete('indexPages', page.id);
  await transaction.delete('indexHeads', id);
  await transaction.delete('kioskVisits', id);
}
