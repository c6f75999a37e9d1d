import type { Answers } from '../../../../domain/procedure/contract/answers.ts';

/*
 * The family one practises with. Everybody in it carries the words "Tập Thử" (practice) in their name, as the people of a
 * demo server carry "Mẫu"; numbers are of the range of test vectors.
 */

export interface FamilyPlace {
  readonly province: string;
  readonly commune: string;
}

const VILLAGE = 'bản Tập Thử';
/** The consents' own words are nobody's: no person has agreed to anything. */
const agreed = (names: readonly string[], at: string): Answers =>
  Object.fromEntries(names.map((name) => [`consent.${name}`, { granted: true, at }]));

/** The grandmother's account registration, complete but for the signature (`signature.person`). */
export function grandmothersAccount(place: FamilyPlace, at: string): Answers {
  return {
    ...agreed(['register', 'keepCopy', 'ethnicity', 'thumbprint', 'contact'], at),
    'person.name': 'Hà Thị Tập Thử',
    'person.sex': 'female',
    'person.birthDate': { year: 1958 },
    'person.ethnicity': 'Thái',
    'person.residence': { ...place, village: VILLAGE },
    'card.has': 'none',
    'phone.kind': 'none',
    'trusted.wanted': 'no',
    'language.spoken': 'thai',
    'language.reads': 'no',
    'language.interpreter': 'yes',
    'readiness.level': 'not-now',
  };
}

/** The father's account registration, left in the middle. */
export function fathersAccount(place: FamilyPlace, at: string): Answers {
  return {
    ...agreed(['register', 'keepCopy', 'ethnicity'], at),
    'person.name': 'Vi Văn Tập Thử',
    'person.sex': 'male',
    'person.birthDate': { year: 1997, month: 2, day: 14 },
    'person.residence': { ...place, village: VILLAGE },
  };
}

/** The grandchild's birth, with nothing left but reading back and signing. `born`: some days ago. */
export function grandchildsBirth(
  place: FamilyPlace,
  at: string,
  born: { readonly year: number; readonly month: number; readonly day: number },
): Answers {
  const home = { ...place, village: VILLAGE };
  return {
    ...agreed(['submit', 'keepCopy', 'ethnicity', 'thumbprint', 'contact'], at),
    'requester.relation': 'mother',
    'requester.idKind': 'identity-card',
    'requester.idIssuedOn': { year: 2023, month: 5, day: 4 },
    'child.name': 'Vi Tập Thử',
    'child.sex': 'female',
    'child.birthDate': born,
    'child.situation': 'usual',
    'child.nationality': 'vietnam',
    'birth.setting': 'health-facility',
    'birth.place': { ...place, village: VILLAGE, detail: 'Trạm y tế tập thử' },
    'birth.certificate': 'yes',
    'mother.nationality': 'vietnam',
    'mother.name': 'Lò Thị Tập Thử',
    'mother.birthDate': { year: 1999 },
    'mother.nationalId': '038199000901',
    'mother.ethnicity': 'Mường',
    'mother.residence': home,
    'mother.residenceKind': 'permanent',
    'parents.married': 'yes',
    'marriage.atHand': 'no',
    'father.nationality': 'vietnam',
    'father.name': 'Vi Văn Tập Thử',
    'father.birthDate': { year: 1997, month: 2, day: 14 },
    'father.nationalId': '038097000902',
    'father.ethnicity': 'Thái',
    'father.sameResidence': 'yes',
    'father.residenceKind': 'permanent',
    'child.ethnicity': 'Thái',
    'child.origin': home,
    'household.head': 'father',
    'copies.wanted': 'no',
    'result.way': 'paper',
    'document.birthProof': { alternative: 'live-birth-certificate', attachments: [], paper: 'shown' },
    'document.requesterId': { attachments: [], paper: 'shown' },
    'document.marriage': { attachments: [], paper: 'at-home' },
  };
}
