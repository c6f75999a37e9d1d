import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Server } from '../e2e/support/server.ts';
import type { Waiting } from './queue.ts';
import { digestOf } from './submissions.ts';

/** What must be found again: a submission and the digests of everything that belongs to it. */
export interface Owed {
  readonly id: string;
  readonly digest: string;
  readonly reference: string | undefined;
  readonly photos: readonly { readonly id: string; readonly digest: string }[];
}

/** What is on the office's side of one submission. */
interface Kept {
  readonly envelopeDigest: string | undefined;
  /** Accounts and dossiers with its id or its reference. */
  readonly records: number;
  /** How often the journal says that it was taken in. */
  readonly takenIn: number;
  readonly photos: ReadonlyMap<string, { readonly state: string; readonly digest: string | undefined }>;
}

export interface Reckoning {
  /** Neither the tablet nor the office has it whole, or the tablet freed what the office lacks. */
  readonly lost: readonly string[];
  /** Recorded more than once. */
  readonly duplicated: readonly string[];
  /** Still on the tablet without the office's word, though the line is whole. */
  readonly stuck: readonly string[];
}

/** Compares, one by one, what was queued with what lies on the tablet's disk and in the office's database and files. */
export async function reckon(
  server: Server,
  owed: readonly Owed[],
  outbox: readonly Waiting[],
): Promise<Reckoning> {
  const rows = new Map(outbox.map((row) => [row.id, row]));
  const lost: string[] = [];
  const duplicated: string[] = [];
  const stuck: string[] = [];
  const kept = await keptOf(server, owed);
  for (const one of owed) {
    const found = kept.get(one.id);
    if (found === undefined) throw new Error(`not looked for: ${one.id}`);
    const isAt = {
      tablet: (id: string, digest: string) => {
        const row = rows.get(id);
        return row?.hasBytes === true && row.digest === digest && row.state !== 'received';
      },
      office: (id: string, digest: string) =>
        id === one.id
          ? found.envelopeDigest === digest && found.records > 0
          : found.photos.get(id)?.state === 'stored' && found.photos.get(id)?.digest === digest,
    };
    const parts = [one, ...one.photos];
    if (parts.some(({ id, digest }) => !isAt.tablet(id, digest) && !isAt.office(id, digest)))
      lost.push(one.id);
    if (found.records > 1 || found.takenIn > 1) duplicated.push(one.id);
    if (parts.some(({ id }) => rows.has(id) && rows.get(id)?.state !== 'received')) stuck.push(one.id);
  }
  return { lost, duplicated, stuck };
}

async function keptOf(server: Server, owed: readonly Owed[]): Promise<Map<string, Kept>> {
  const ids = owed.map(({ id }) => id);
  const references = owed.flatMap(({ reference }) => reference ?? []);
  const envelopes = await server.query<{ id: string; digest: string }>(
    'select id, digest from envelopes where id = any($1)',
    [ids],
  );
  const records = await server.query<{ id: string; reference: string }>(
    `select id, provisional_reference as reference from accounts
       where id = any($1) or provisional_reference = any($2)
     union all
     select id, provisional_reference from dossiers where id = any($1) or provisional_reference = any($2)`,
    [ids, references],
  );
  const taken = await server.query<{ subject: string }>(
    `select subject from audit where action = 'envelope-received' and subject = any($1)`,
    [ids],
  );
  const attachments = await server.query<{ id: string; submission: string; state: string }>(
    'select id, submission_id as submission, state from attachments where submission_id = any($1)',
    [ids],
  );
  const files = new Map<string, string | undefined>();
  for (const { id } of attachments) files.set(id, await digestOfFile(server, id));
  return new Map(
    owed.map(({ id, reference }) => [
      id,
      {
        envelopeDigest: envelopes.find((row) => row.id === id)?.digest,
        records: records.filter((row) => row.id === id || row.reference === reference).length,
        takenIn: taken.filter(({ subject }) => subject === id).length,
        photos: new Map(
          attachments
            .filter(({ submission }) => submission === id)
            .map((row) => [row.id, { state: row.state, digest: files.get(row.id) }]),
        ),
      },
    ]),
  );
}

/** Of the very file that the office keeps; undefined where there is none. */
async function digestOfFile(server: Server, id: string): Promise<string | undefined> {
  try {
    return digestOf(await readFile(join(server.dataDir, 'attachments', id)));
  } catch {
    return undefined;
  }
}

/** What of the office's records is not as it must be at the end: in one order, without a gap, known to the tablet. */
export async function checkRecords(
  server: Server,
  officeStates: ReadonlySet<string>,
  owed: readonly Owed[],
): Promise<string[]> {
  const troubles: string[] = [];
  const [feed] = await server.query<{
    rows: string;
    first: string | null;
    last: string | null;
    told: string;
  }>(
    `select count(*) as rows, min(cursor) as first, max(cursor) as last, (select last_change from journal) as told from changes`,
  );
  if (feed === undefined) throw new Error('no feed');
  const count = Number(feed.rows);
  if (count > 0 && (Number(feed.first) !== 1 || Number(feed.last) !== count || Number(feed.told) !== count))
    troubles.push(`the change feed has a gap: ${JSON.stringify(feed)}`);
  const untold = owed.filter(({ id }) => !officeStates.has(id));
  if (untold.length > 0)
    troubles.push(`the tablet never heard of ${untold.length} changes, the first about ${untold[0]?.id}`);
  const [envelopes] = await server.query<{ count: string }>('select count(*) from envelopes');
  if (Number(envelopes?.count) !== owed.length)
    troubles.push(`the office keeps ${envelopes?.count} envelopes, ${owed.length} were sent`);
  return troubles;
}
