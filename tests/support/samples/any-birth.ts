import { thanhHoaCommunes } from '../../../src/domain/place/communes.ts';
import type { Occasion, Said } from './occasion.ts';
import { homeOf } from './occasion.ts';
import {
  bornIn,
  dayBefore,
  ethnicityOf,
  familyOf,
  known,
  nameOf,
  nationalIdOf,
  phoneOf,
  placeName,
  unknown,
} from './people.ts';

const CODES = thanhHoaCommunes.map(({ code }) => code);

/** A birth as somebody reports it: mostly a parent, mostly in time, and what people do not know they say they do not. */
export function anyBirth(occasion: Occasion): Said {
  const { chance, startedAt } = occasion;
  const relation = chance.oneOf([
    'mother',
    'mother',
    'mother',
    'father',
    'father',
    'grandparent',
    'relative',
  ]);
  const isLate = chance.percent(18);
  const born = dayBefore(startedAt, isLate ? chance.between(70, 900) : chance.between(1, 55));
  const father = nameOf(chance, 'male');
  const childSex = chance.oneOf(['female', 'male'] as const);
  return {
    'requester.relation': relation,
    ...requester(occasion, relation),
    'child.name': nameOf(chance, childSex, familyOf(father)),
    'child.sex': childSex,
    'child.birthDate': born,
    'child.registeredBefore': chance.percent(97) ? 'no' : unknown,
    'child.situation': 'usual',
    'child.nationality': 'vietnam',
    ...birth(occasion),
    ...mother(occasion),
    ...parents(occasion, relation, father),
    'child.ethnicity': ethnicityOf(chance),
    'child.origin': homeOf(occasion, CODES),
    ...household(occasion),
    'fee.exemption': chance.oneOf(['none', 'poor', 'poor', 'merit']),
    ...result(occasion),
  };
}

function requester(occasion: Occasion, relation: string): Said {
  const { chance } = occasion;
  const idKind = chance.oneOf(['identity-card', 'identity-card', 'citizen-card', 'citizen-card', 'old-card']);
  const sex = chance.oneOf(['female', 'male'] as const);
  const born = bornIn(chance, 1950, 2000);
  const isParent = relation === 'mother' || relation === 'father';
  return {
    'requester.agreedWithParents': 'yes',
    ...(isParent
      ? {}
      : {
          'requester.name': nameOf(chance, sex),
          'requester.sex': sex,
          'requester.birthDate': born,
          'requester.ethnicity': ethnicityOf(chance),
          'requester.nationalId': nationalIdOf(chance, sex, born.year),
          'requester.residence': homeOf(occasion, CODES),
          'requester.residenceKind': 'permanent',
        }),
    'requester.idKind': idKind,
    'requester.idIssuedOn': known(chance, 85, bornIn(chance, 2016, 2025)),
    'requester.idIssuedBy': known(
      chance,
      60,
      `Công an tỉnh ${chance.oneOf(['Thanh Hóa', 'Thanh Hóa', 'Hòa Bình', 'Sơn La'])}`,
    ),
    ...(chance.percent(80) ? { 'requester.phone': phoneOf(chance) } : {}),
  };
}

function birth(occasion: Occasion): Said {
  const { chance } = occasion;
  const setting = chance.oneOf([
    'health-facility',
    'health-facility',
    'health-facility',
    'home',
    'elsewhere',
  ]);
  const house = { ...homeOf(occasion, CODES) };
  const station = chance.oneOf([
    `Trạm y tế xã ${placeName(chance)}`,
    'Trạm y tế xã',
    `Bệnh viện đa khoa ${placeName(chance)}`,
    'Bệnh viện Phụ sản Thanh Hóa',
  ]);
  const place =
    setting === 'health-facility' ? { province: '38', commune: house.commune, detail: station } : house;
  return {
    'birth.setting': setting,
    'birth.place': place,
    'birth.certificate': setting === 'home' ? 'no' : 'yes',
    'birth.time': known(
      chance,
      70,
      `${String(chance.between(0, 23)).padStart(2, '0')}:${chance.oneOf(['00', '15', '30', '45', '10', '50'])}`,
    ),
    'birth.witnessed': 'yes',
    'birth.witnessName': nameOf(chance, 'female'),
    ...(chance.percent(50) ? { 'birth.secondWitnessName': nameOf(chance, 'male') } : {}),
  };
}

function mother(occasion: Occasion): Said {
  const { chance } = occasion;
  const born = bornIn(chance, 1982, 2008);
  return {
    'mother.nationality': 'vietnam',
    'mother.name': nameOf(chance, 'female'),
    'mother.birthDate': known(chance, 97, born),
    'mother.nationalId': known(chance, 90, nationalIdOf(chance, 'female', born.year)),
    'mother.ethnicity': ethnicityOf(chance),
    'mother.residence': homeOf(occasion, CODES),
    'mother.residenceKind': chance.percent(88) ? 'permanent' : 'temporary',
  };
}

function parents(occasion: Occasion, relation: string, father: string): Said {
  const { chance } = occasion;
  if (relation !== 'father' && chance.percent(12))
    return { 'parents.married': 'no', 'father.declared': 'leave-empty' };
  const born = bornIn(chance, 1978, 2006);
  const year = chance.between(2008, 2026);
  const isSame = chance.percent(85);
  return {
    'parents.married': 'yes',
    'marriage.atHand': chance.percent(55) ? 'yes' : 'no',
    'marriage.number': known(chance, 85, `${chance.between(1, 140)}/${year}`),
    'marriage.book': known(chance, 40, `${String(chance.between(1, 9)).padStart(2, '0')}/${year}`),
    'marriage.issuedOn': known(chance, 80, {
      year,
      month: chance.between(1, 12),
      day: chance.between(1, 28),
    }),
    'marriage.issuedBy': known(
      chance,
      90,
      chance.oneOf([`Ủy ban nhân dân xã ${placeName(chance)}`, `UBND xã ${placeName(chance)}`]),
    ),
    'father.nationality': 'vietnam',
    'father.name': father,
    'father.birthDate': known(chance, 96, born),
    'father.nationalId': known(chance, 88, nationalIdOf(chance, 'male', born.year)),
    'father.ethnicity': ethnicityOf(chance),
    'father.sameResidence': isSame ? 'yes' : 'no',
    ...(isSame ? {} : { 'father.residence': homeOf(occasion, CODES) }),
    'father.residenceKind': chance.percent(90) ? 'permanent' : 'present',
  };
}

function household({ chance }: Occasion): Said {
  const head = chance.oneOf(['father', 'father', 'mother', 'other', 'other']);
  return {
    'household.head': head,
    ...(head === 'other'
      ? {
          'household.headName': nameOf(chance, 'male'),
          'household.headNationalId': known(
            chance,
            50,
            nationalIdOf(chance, 'male', chance.between(1945, 1980)),
          ),
          'household.relation': chance.oneOf(['grandchild', 'grandchild', 'niece-nephew']),
        }
      : {}),
  };
}

function result(occasion: Occasion): Said {
  const { chance, photos, signature, signedAt } = occasion;
  const way = chance.oneOf(['paper', 'paper', 'paper', 'online', 'post']);
  return {
    'copies.wanted': chance.percent(75) ? 'yes' : 'no',
    'copies.number': chance.between(1, 5),
    'result.way': way,
    ...(way === 'post'
      ? {
          'result.recipientName': nameOf(chance, 'female'),
          'result.recipientPhone': phoneOf(chance),
          'result.recipientPlace': homeOf(occasion, CODES),
        }
      : {}),
    'document.birthProof':
      photos.length > 0
        ? { attachments: photos.map(({ id }) => id), paper: 'photographed' }
        : { attachments: [], paper: chance.percent(70) ? 'at-home' : 'shown' },
    'document.requesterId': { attachments: [], paper: chance.percent(80) ? 'shown' : 'at-home' },
    'document.marriage': { attachments: [], paper: chance.oneOf(['at-home', 'shown']) },
    'signature.requester': { method: 'signature', attachment: signature.id, at: signedAt },
  };
}
