import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  doesNotKnow,
  hasNone,
  inVillage,
  no,
  photographs,
  refuses,
  shows,
  signs,
  yes,
} from './said.ts';

const today = '2026-11-28';

function atTheTable(): Interview {
  return new Interview('burial-support', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

function theApplicant(table: Interview): Interview {
  return table
    .asked('requester.name', 'Hà Thị Lự')
    .asked('requester.sex', 'female')
    .asked('requester.birthDate', born(1979, 2, 3))
    .asked('requester.idKind', 'identity-card')
    .asked('requester.nationalId', '038179000006')
    .doesNotKnow('requester.idIssuedOn')
    .asked('requester.residence', inVillage('bản Đôn'));
}

const theDaughter = () =>
  theApplicant(atTheTable().asked('requester.kind', 'person').asked('requester.relation', 'child'));

function theFather(table: Interview): Interview {
  return table
    .asked('deceased.name', 'Hà Văn Ức')
    .asked('deceased.sex', 'male')
    .asked('deceased.birthDate', born(1942))
    .asked('deceased.nationality', 'vietnam')
    .asked('deceased.idKind', 'old-card')
    .doesNotKnow('deceased.nationalId')
    .asked('deceased.residence', inVillage('bản Đôn'))
    .askedInVain('death.date', born(1941), 'date-before')
    .asked('death.date', born(2026, 11, 7))
    .doesNotKnow('death.time');
}

describe('a daughter who buried her father, an elder with the social pension', () => {
  const table = theFather(
    theDaughter().asked('deceased.benefit', 'social-pension').asked('death.registered', yes),
  )
    .asked('payment.way', 'bank')
    .asked('payment.accountName', 'Hà Thị Lự')
    .asked('payment.accountNumber', '000000000001')
    .asked('payment.bank', 'Ngân hàng ở xã')
    .asked('result.way', 'paper')
    .askedInVain('document.deathExtract', hasNone, 'document-missing')
    .asked('document.deathExtract', photographs('death-extract'))
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('files under 1.014028 and has word in three working days', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'social-pension',
      limit: { kind: 'working-days', days: 3 },
      fee: { kind: 'free', confirmed: false },
    });
  });

  it('files under 1.001731 where it was the social allowance', () => {
    table.goesBackTo('deceased.benefit').asked('deceased.benefit', 'social-allowance').mayFinish();
    expect(table.evaluation.case).toMatchObject({ id: 'social-protection' });
  });

  it('may file when she is not sure: the commune looks which money it was', () => {
    table
      .goesBackTo('deceased.benefit')
      .asked('deceased.benefit', 'unsure')
      .isWarned('allowance-unsure')
      .mayFinish();
    expect(table.evaluation.case).toMatchObject({ id: 'to-be-checked', limit: { confirmed: false } });
  });

  it('is not asked for an account where she wants cash', () => {
    table
      .goesBackTo('payment.way')
      .asked('payment.way', 'cash')
      .isNotAsked('payment.accountName', 'payment.accountNumber', 'payment.bank');
    expect(table.evaluation.submission).not.toHaveProperty('payment.accountNumber');
  });
});

it('an organisation that saw to the burial says its name, and no kinship', () => {
  theApplicant(
    atTheTable()
      .asked('requester.kind', 'organisation')
      .isNotAsked('requester.relation')
      .asked('organisation.name', 'Hội Người cao tuổi xã')
      .asked('organisation.place', inVillage('bản Đôn')),
  );
});

describe('a family that is led elsewhere', () => {
  it('the death is not registered yet: stopped, and led to registering it first', () => {
    theDaughter()
      .asked('deceased.benefit', 'social-pension')
      .asked('death.registered', no)
      .isStopped('death-not-registered');
  });

  it('a person of merit died: stopped, and led to 1.010824', () => {
    theDaughter().asked('deceased.benefit', 'merit').isStopped('person-of-merit');
  });

  it.each(['none', 'insurance'])(
    'no social money was received (%s): stopped, and told where to ask',
    (benefit) => {
      theDaughter().asked('deceased.benefit', benefit).isStopped('no-allowance');
    },
  );
});

it('nobody knows when the father was born: that does not hold anything up', () => {
  theDaughter()
    .asked('deceased.benefit', 'social-allowance')
    .asked('death.registered', yes)
    .goesBackTo('deceased.birthDate')
    .asked('deceased.birthDate', doesNotKnow)
    .goesBackTo('death.date')
    .asked('death.date', born(2026, 11, 7));
});
