import { foldText } from '../citizen/fold.ts';
import { type Commune, findCommune } from './communes.ts';
import data from './data/thanh-hoa-former-communes.json' with { type: 'json' };

/** A commune of Thanh Hóa before 1 July 2025, as cards and papers still print it. */
export interface FormerCommune {
  readonly code: string;
  readonly name: string;
  readonly district: string;
  /** The communes of today that its land went to. More than one: it was split, and only the person can say which. */
  readonly now: readonly Commune[];
}

const formerCommunes: readonly FormerCommune[] = readAll();

/**
 * Former communes by name, accent-blind; `text` may name the district as well. Eighteen names occur twice in the
 * province, so the answer is always a list to choose from.
 */
export function searchFormerCommunes(text: string): readonly FormerCommune[] {
  const wanted = foldText(text).split(' ').filter(Boolean);
  if (wanted.length === 0) return [];
  return formerCommunes.filter((former) => {
    const words = foldText(`${former.name} ${former.district}`).split(' ');
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}

function readAll(): readonly FormerCommune[] {
  const rows = new Map<string, FormerCommune>();
  for (const [code = '', name = '', district = '', , newCode = ''] of data) {
    const commune = findCommune(newCode);
    const before = rows.get(code)?.now ?? [];
    rows.set(code, { code, name, district, now: commune === undefined ? before : [...before, commune] });
  }
  return [...rows.values()];
}
