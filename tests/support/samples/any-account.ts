import { thanhHoaCommunes } from '../../../src/domain/place/communes.ts';
import type { Occasion, Said } from './occasion.ts';
import { homeOf } from './occasion.ts';
import { bornIn, dayBefore, ethnicityOf, known, nameOf, nationalIdOf, phoneOf } from './people.ts';

const CODES = thanhHoaCommunes.map(({ code }) => code);

/** Somebody who registers an account: from schoolchildren with a parent to great-grandparents without a card. */
export function anyAccount(occasion: Occasion): Said {
  const { chance, signature, signedAt } = occasion;
  const sex = chance.oneOf(['female', 'male'] as const);
  const born = bornIn(chance, 1940, 2016);
  return {
    'person.name': nameOf(chance, sex),
    'person.sex': sex,
    'person.birthDate': born,
    'person.underFourteen': 'yes',
    'person.ethnicity': ethnicityOf(chance),
    'person.residence': homeOf(occasion, CODES),
    ...card(occasion, sex, born.year),
    ...phone(occasion),
    ...guardian(occasion),
    ...trusted(occasion),
    ...language(occasion),
    ...readiness(occasion, born.year),
    'signature.person': { method: 'signature', attachment: signature.id, at: signedAt },
  };
}

function card({ chance, startedAt }: Occasion, sex: 'female' | 'male', birthYear: number): Said {
  const has = chance.oneOf(['here', 'here', 'here', 'at-home', 'none']);
  if (has === 'none') return { 'card.has': has };
  const issued = dayBefore(startedAt, chance.between(30, 1500));
  return {
    'card.has': has,
    'card.kind': chance.oneOf(['identity-card', 'citizen-card', 'citizen-card', 'old-card']),
    'card.number': known(chance, 92, nationalIdOf(chance, sex, birthYear)),
    'card.issuedOn': known(chance, 85, issued.year > birthYear ? issued : { year: birthYear + 1 }),
    ...(chance.percent(50) ? { 'card.expiresOn': { ...issued, year: issued.year + 15 } } : {}),
    'card.nameMatches': chance.percent(95) ? 'yes' : 'no',
  };
}

function phone({ chance }: Occasion): Said {
  const kind = chance.oneOf(['none', 'shared', 'feature', 'smart', 'smart']);
  if (kind === 'none') return { 'phone.kind': kind };
  const email = `${chance.oneOf(['ha', 'bui', 'lo', 'vi', 'luong', 'truong'])}${chance.oneOf(['anh', 'linh', 'nam', 'hoa'])}${chance.digits(3)}@gmail.com`;
  return {
    'phone.kind': kind,
    'phone.sim': known(chance, 85, chance.oneOf(['own-name', 'own-name', 'other-name'])),
    ...(chance.percent(90) ? { 'phone.number': phoneOf(chance) } : {}),
    ...(kind === 'smart' && chance.percent(15) ? { 'phone.email': email } : {}),
  };
}

/** Kept only where the person is a child: the engine leaves it out otherwise. */
function guardian({ chance }: Occasion): Said {
  const relation = chance.oneOf(['mother', 'father', 'guardian']);
  const sex = relation === 'father' ? 'male' : 'female';
  return {
    'guardian.name': nameOf(chance, sex),
    'guardian.relation': relation,
    'guardian.nationalId': known(chance, 90, nationalIdOf(chance, sex, chance.between(1960, 1998))),
    ...(chance.percent(80) ? { 'guardian.phone': phoneOf(chance) } : {}),
    'guardian.sim': known(chance, 85, 'own-name'),
    'guardian.levelTwo': known(chance, 80, chance.oneOf(['yes', 'no'])),
  };
}

function trusted({ chance }: Occasion): Said {
  if (chance.percent(45)) return { 'trusted.wanted': 'no' };
  return {
    'trusted.wanted': 'yes',
    'trusted.name': nameOf(chance, chance.oneOf(['female', 'male'])),
    'trusted.relation': chance.oneOf([
      'spouse',
      'child',
      'child',
      'parent',
      'sibling',
      'grandchild',
      'neighbour',
      'village-head',
    ]),
    ...(chance.percent(85) ? { 'trusted.phone': phoneOf(chance) } : {}),
  };
}

function language({ chance }: Occasion): Said {
  const spoken = chance.oneOf(['muong', 'muong', 'thai', 'thai', 'vietnamese', 'mong', 'dao', 'other']);
  return {
    'language.spoken': spoken,
    ...(spoken === 'other' ? { 'language.spokenOther': chance.oneOf(['Tày', 'tiếng Lào', 'Nùng']) } : {}),
    'language.reads': chance.oneOf(['well', 'little', 'no']),
    'language.interpreter': chance.oneOf(['yes', 'no']),
  };
}

function readiness({ chance, startedAt, commune }: Occasion, birthYear: number): Said {
  const level = birthYear > 2010 ? 'not-now' : chance.oneOf(['level-2', 'level-2', 'level-1', 'not-now']);
  return {
    'readiness.level': level,
    'readiness.transport': chance.oneOf(['yes', 'no']),
    'readiness.appointment': chance.percent(60) ? 'yes' : 'no',
    'readiness.appointmentPlace': chance.oneOf([
      `Công an ${commune.name.toLowerCase()}`,
      `Công an xã ${commune.name.slice(3)}`,
      'Nhà văn hóa thôn',
    ]),
    'readiness.appointmentDate': known(chance, 80, dayBefore(startedAt, -chance.between(2, 40))),
  };
}
