import { foldText } from './fold.ts';
import { parseNationalId } from './national-id.ts';

/** What a record says of the person it is about; parts nobody has said, or that cannot be read, are absent. */
export interface PersonFacts {
  readonly name?: string;
  readonly nationalId?: string;
  readonly birthYear?: number;
  /** Five digits. */
  readonly commune?: string;
  readonly village?: string;
}

/** A record among which doubles are looked for. */
export interface RecordOfPerson {
  readonly id: string;
  readonly kind: 'account' | 'dossier';
  readonly procedureId: string;
  readonly person: PersonFacts;
  /** The refused record that this one mends: the same matter, not a double. */
  readonly replaces?: string;
}

export type Likeness = 'same-number' | 'same-name-and-year';

/**
 * Whether two records may be about one person: the same number; else the same name and year of birth in the same village.
 * Symmetric, blind to accents, letter case and where a keyboard puts the tone mark. A name alone never is enough, and
 * a part that is missing on either side never counts as the same. A hint for a person to judge, not a finding.
 */
export function compareFacts(a: PersonFacts, b: PersonFacts): Likeness | undefined {
  const number = numberOf(a);
  if (number !== undefined && number === numberOf(b)) return 'same-number';
  // The cheap comparison first: a list has ten thousand lines, and somebody is typing.
  if (a.birthYear === undefined || a.birthYear !== b.birthYear) return undefined;
  return sameText(a.name, b.name) && isSameVillage(a, b) ? 'same-name-and-year' : undefined;
}

/**
 * Those of `others` that may be the same matter of the same person: any account where an account is being registered, and
 * dossiers of the same procedure where a dossier is. What one mends of the other is no double. In the order given.
 */
export function findDuplicates<Other extends RecordOfPerson>(
  about: RecordOfPerson,
  others: readonly Other[],
): readonly { readonly record: Other; readonly likeness: Likeness }[] {
  return others.flatMap((record) => {
    if (record.id === about.id || record.kind !== about.kind) return [];
    if (about.kind === 'dossier' && record.procedureId !== about.procedureId) return [];
    if (about.replaces === record.id || record.replaces === about.id) return [];
    const likeness = compareFacts(about.person, record.person);
    return likeness === undefined ? [] : [{ record, likeness }];
  });
}

function numberOf({ nationalId }: PersonFacts): string | undefined {
  const parsed = parseNationalId(nationalId ?? '');
  return parsed.kind === 'invalid' ? undefined : parsed.value;
}

function sameText(a: string | undefined, b: string | undefined): boolean {
  const folded = foldText(a ?? '');
  return folded !== '' && folded === foldText(b ?? '');
}

/** Bản Đôn is said as "Đôn" too, and some write "thôn" for it. Villages of two communes may have one name. */
function isSameVillage(a: PersonFacts, b: PersonFacts): boolean {
  const isElsewhere = a.commune !== undefined && b.commune !== undefined && a.commune !== b.commune;
  return !isElsewhere && sameText(bareVillage(a.village), bareVillage(b.village));
}

function bareVillage(village: string | undefined): string {
  return foldText(village ?? '').replace(/^(ban|thon|lang|xom) (?=\S)/, '');
}
