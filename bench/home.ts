import { v7 } from 'uuid';
import {
  countRecords,
  type EnvelopeRow,
  findSyncState,
  findTroubled,
} from '../src/client/features/field/home/record-state.ts';
import type { ListEntry, OutboxAttachment } from '../src/client/storage/model.ts';
import { searchLineOf, searchLines } from '../src/client/storage/search.ts';

/*
 * What the home screen works out at each key press over 10,000 finished records with two photos each, against asking
 * each record for its own rows. Prints a ratio; the bound that matters to a person is a tenth of a second.
 */

const STAFF = v7();
const SHOWN = 30;
const entries = Array.from(
  { length: 10_000 },
  (_, i): ListEntry => ({
    id: v7(),
    state: 'finished',
    kind: 'dossier',
    procedureId: 'birth-registration',
    title: `Lò Thị Mẫu ${i}`,
    village: 'Bản Đôn',
    progress: 1,
    updatedAt: new Date(i).toISOString(),
  }),
);
const lines = entries.map(searchLineOf);
const envelopes = entries.map(
  ({ id }, i): EnvelopeRow => ({
    id,
    staffId: STAFF,
    kind: 'dossier',
    digest: 'd',
    queuedAt: new Date(i).toISOString(),
    state: i % 1000 === 0 ? 'attention' : 'received',
    ...(i % 1000 === 0 ? { attention: 'answers-invalid' as const } : {}),
  }),
);
const attachments = entries.flatMap(({ id }) =>
  [0, 1].map(
    (): OutboxAttachment => ({
      id: v7(),
      submissionId: id,
      staffId: STAFF,
      ciphertextDigest: 'd',
      ciphertextSize: 1,
      state: 'received',
    }),
  ),
);

function home(): void {
  const found = searchLines(lines, 'lo thi mau 99', SHOWN);
  for (const { id } of found) findSyncState(id, envelopes, attachments);
  countRecords(0, envelopes, STAFF);
  findTroubled(envelopes, attachments, STAFF);
}

/** A hundredth part of it, because the whole takes minutes. */
function askEach(): void {
  for (const { id } of entries.slice(0, entries.length / 100)) findSyncState(id, envelopes, attachments);
}

function milliseconds(work: () => void, rounds: number): number {
  work();
  const before = performance.now();
  for (let round = 0; round < rounds; round++) work();
  return (performance.now() - before) / rounds;
}

const ours = milliseconds(home, 20);
const theirs = milliseconds(askEach, 2) * 100;
console.log(
  `home over 10,000: ${(theirs / ours).toFixed(0)} times asking each record (${ours.toFixed(1)} ms a key press)`,
);
