import { foldText } from '../citizen/fold.ts';

type UnitKind = 'commune' | 'ward' | 'town' | 'district' | 'city' | 'province';

/** What stands before the name of a unit, and how people shorten it. Never without marks: `Phượng Nghi` is a name. */
const KINDS: readonly (readonly [UnitKind, RegExp])[] = [
  ['commune', /^(xã\s+|x\.\s*)/i],
  ['ward', /^(phường\s+|p\.\s*)/i],
  ['town', /^(thị trấn\s+|tt\.?\s+)/i],
  ['district', /^(huyện\s+|h\.\s*)/i],
  ['city', /^(thành phố\s+|thị xã\s+|(tp|tx)(\.\s*|\s+))/i],
  ['province', /^(tỉnh\s+|t\.\s*)/i],
];

interface UnitName {
  /** As written, the kind before it taken off. */
  readonly bare: string;
  readonly kind?: UnitKind;
}

/** `Xã Thành Sơn` is `Thành Sơn` of kind `commune`; a name without a kind before it has none. */
export function readUnitName(text: string): UnitName {
  const tidy = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  for (const [kind, pattern] of KINDS) {
    const bare = tidy.replace(pattern, '');
    if (bare !== tidy && bare !== '') return { bare, kind };
  }
  return { bare: tidy };
}

/** Units with what their names are compared on, worked out once. */
export type UnitIndex<Unit> = readonly (Keys & { readonly unit: Unit })[];

interface Keys {
  readonly spelling: string;
  readonly folded: string;
  readonly kind?: UnitKind;
}

/** The index that `findUnits` looks in; parts of it (the communes of one district) serve as well. */
export function indexUnits<Unit>(units: readonly Unit[], nameOf: (unit: Unit) => string): UnitIndex<Unit> {
  return units.map((unit) => ({ unit, ...keysOf(nameOf(unit)) }));
}

/**
 * The units that `text` may mean. The same letters and tones first, wherever in the syllable the tone mark stands (`Hoà`,
 * `Hòa`); only without any such unit, those that differ in marks. Of several, those whose kind is the one written.
 */
export function findUnits<Unit>(text: string, index: UnitIndex<Unit>): readonly Unit[] {
  const wanted = keysOf(text);
  const exact = index.filter(({ spelling }) => spelling === wanted.spelling);
  const found = exact.length > 0 ? exact : index.filter(({ folded }) => folded === wanted.folded);
  const sameKind = found.filter(({ kind }) => kind === wanted.kind);
  return (sameKind.length > 0 ? sameKind : found).map(({ unit }) => unit);
}

function keysOf(name: string): Keys {
  const { bare, ...kind } = readUnitName(name);
  return { spelling: spellingOf(bare), folded: foldName(bare), ...kind };
}

/** Folded, hyphens as spaces: `Bà Rịa - Vũng Tàu` and `Bà Rịa Vũng Tàu` are one. */
const foldName = (name: string) => foldText(name.replace(/[-–]/g, ' '));

/** Each syllable's letters and, sorted, its marks: tells `Hoa Lộc` from `Hòa Lộc`, and not `Hoà` from `Hòa`. */
function spellingOf(name: string): string {
  return name
    .replace(/[-–]/g, ' ')
    .normalize('NFD')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map(
      (syllable) => syllable.replace(/\p{M}/gu, '') + [...(syllable.match(/\p{M}/gu) ?? [])].sort().join(''),
    )
    .join(' ');
}
