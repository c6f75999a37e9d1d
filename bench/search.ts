import { v7 } from 'uuid';
import type { ListEntry } from '../src/client/storage/model.ts';
import { searchLineOf, searchLines } from '../src/client/storage/search.ts';
import { foldText } from '../src/domain/citizen/fold.ts';

/*
 * The search of the home list over 10,000 made-up records, against a scan that folds each line at each key press.
 * Prints a ratio; the bound that matters to a person is a tenth of a second.
 */

const FAMILY = ['Lò', 'Hà', 'Phạm', 'Lương', 'Vi', 'Đinh', 'Quách', 'Bùi', 'Thao', 'Giàng'];
const MIDDLE = ['Thị', 'Văn', 'Thế', 'Minh', 'Ngọc', 'Hữu'];
const GIVEN = ['Hoà', 'Thịnh', 'Mẫn', 'Páo', 'Đào', 'Sương', 'Ánh', 'Khuê', 'Nhĩ', 'Ưng'];
const pick = (from: readonly string[], i: number) => from[i % from.length] ?? '';

const entries = Array.from(
  { length: 10_000 },
  (_, i): ListEntry => ({
    id: v7(),
    state: 'finished',
    kind: 'dossier',
    procedureId: 'birth-registration',
    title: `${pick(FAMILY, i)} ${pick(MIDDLE, i * 7)} ${pick(GIVEN, i * 13)} ${i}`,
    village: `Bản ${pick(GIVEN, i * 3)}`,
    progress: 1,
    updatedAt: new Date(i).toISOString(),
  }),
);
const lines = entries.map(searchLineOf);
// The last matches nothing: the worst case, every line is looked at.
const queries = ['lo thi', 'hoa', 'ban khue 99', 'dinh van ung', 'khong co ai'];

function scan(text: string): number {
  const wanted = foldText(text).split(' ');
  return entries.filter((entry) => {
    const words = foldText(`${entry.title} ${entry.village}`).split(' ');
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  }).length;
}

function millisecondsEach(search: (text: string) => unknown, rounds: number): number {
  const before = performance.now();
  for (let round = 0; round < rounds; round++) for (const query of queries) search(query);
  return (performance.now() - before) / rounds / queries.length;
}

const indexed = (text: string) => searchLines(lines, text, Number.POSITIVE_INFINITY);
for (const search of [indexed, scan]) millisecondsEach(search, 2);
const ours = millisecondsEach(indexed, 40);
const theirs = millisecondsEach(scan, 4);
console.log(
  `search of 10,000: ${(theirs / ours).toFixed(1)} times a scan that folds (${ours.toFixed(2)} ms a query)`,
);
