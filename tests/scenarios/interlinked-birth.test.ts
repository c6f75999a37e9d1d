import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  givesThumbprint,
  inVillage,
  leftAtHome,
  no,
  photographs,
  refuses,
  shows,
  signs,
  yes,
} from './said.ts';

const today = '2026-11-28';
const village = inVillage('bản Đôn');

function atTheTable(): Interview {
  return new Interview('interlinked-birth', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', agrees)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

function theChild(table: Interview, ...[year, month, day]: [number, number, number]): Interview {
  return table
    .asked('child.name', 'Giàng A Chu')
    .asked('child.sex', 'male')
    .asked('child.birthDate', born(year, month, day));
}

function theMother(table: Interview): Interview {
  return table
    .asked('mother.name', 'Giàng Thị Dợ')
    .asked('mother.birthDate', born(2001))
    .asked('mother.nationality', 'vietnam')
    .asked('mother.ethnicity', 'Mông')
    .asked('mother.idKind', 'identity-card')
    .asked('mother.nationalId', '038301000005')
    .asked('mother.idIssuedOn', born(2022, 6, 1))
    .asked('mother.residence', village)
    .asked('mother.residenceKind', 'permanent');
}

function bornInTheHealthStation(table: Interview): Interview {
  return theMother(
    table
      .asked('child.situation', 'usual')
      .asked('birth.place', inVillage('Trạm y tế xã'))
      .asked('birth.certificate', yes)
      .isNotAsked('birth.time', 'birth.witnessName'),
  );
}

describe('a baby of three weeks, in the house of its own parents', () => {
  const table = bornInTheHealthStation(
    theChild(atTheTable().asked('requester.relation', 'mother').isNotAsked('requester.name'), 2026, 11, 7),
  )
    .asked('parents.married', yes)
    .asked('father.sameResidence', yes)
    .asked('father.name', 'Giàng A Sử')
    .asked('father.birthDate', born(1998, 5, 2))
    .asked('father.nationality', 'vietnam')
    .asked('father.ethnicity', 'Mông')
    .asked('father.idKind', 'none')
    .isNotAsked('father.nationalId', 'father.residence', 'father.residenceKind')
    .asked('child.ethnicity', 'Mông')
    .asked('child.origin', village)
    .asked('residence.owner', 'parents')
    .asked('residence.place', village)
    .asked('residence.sameCommune', yes)
    .asked('household.head', 'father')
    .isNotAsked('household.headName', 'household.agrees')
    .asked('health.facility', 'Trạm y tế xã')
    .doesNotKnow('identityCard.wanted')
    .asked('copies.wanted', no)
    .asked('birthResult.way', 'paper')
    .asked('residenceResult.way', 'online')
    .asked('healthResult.way', 'post')
    .asked('healthResult.recipientName', 'Giàng A Sử')
    .passes('healthResult.recipientPhone')
    .asked('healthResult.recipientPlace', village)
    .asked('document.birthProof', photographs('live-birth-certificate'))
    .asked('document.parentsId', shows)
    .isNotAsked('document.headOpinion', 'document.authorisation', 'document.requesterId')
    .askedInVain('signature.requester', givesThumbprint, 'thumbprint-not-agreed')
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('gets three results from one conversation, free of charge', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({ id: 'on-time', fee: { kind: 'free' } });
    expect(table.evaluation.filingDeadlines).toMatchObject([{ lastDay: '2027-01-06', overdueDays: 0 }]);
  });

  it('shows the ten days as not yet confirmed', () => {
    expect(table.evaluation.case?.limit).toEqual({ kind: 'calendar-days', days: 10, confirmed: false });
  });
});

describe('a baby in the house of its grandparents', () => {
  const table = bornInTheHealthStation(
    theChild(atTheTable().asked('requester.relation', 'father'), 2026, 11, 7),
  )
    .asked('parents.married', yes)
    .goesBackTo('residence.owner')
    .asked('residence.owner', 'relatives')
    .asked('residence.place', village)
    .asked('residence.sameCommune', yes)
    .asked('household.head', 'other')
    .asked('household.headName', 'Giàng Chứ Lùng')
    .doesNotKnow('household.headNationalId')
    .asked('household.relation', 'grandchild');

  it('needs the grandfather to agree, and his agreement on paper', () => {
    table.asked('household.agrees', 'not-yet').isWarned('household-not-asked');
    table.goesBackTo('document.headOpinion').asked('document.headOpinion', leftAtHome);
    expect(table.evaluation.stops).toEqual([]);
  });

  it('who does not agree: stopped, and led to birth registration alone', () => {
    table.goesBackTo('household.agrees').asked('household.agrees', 'no').isStopped('household-refuses');
  });
});

describe('a baby born at home three months ago', () => {
  const table = theChild(atTheTable().asked('requester.relation', 'mother'), 2026, 8, 20)
    .isWarned('late-filing')
    .asked('child.registeredBefore', no)
    .asked('child.situation', 'usual')
    .asked('birth.place', village)
    .asked('birth.certificate', no)
    .asked('birth.time', '03:40')
    .asked('birth.witnessName', 'Vi Thị Én');

  it('is late, and a fee is not ruled out', () => {
    expect(table.evaluation.case).toMatchObject({
      id: 'late',
      fee: { kind: 'free', confirmed: false },
      why: { params: { days: 100 } },
    });
  });

  it('has a witness write what a birth paper would say', () => {
    table
      .goesBackTo('document.birthProof')
      .askedInVain('document.birthProof', photographs('live-birth-certificate'), 'birth-paper-as-said')
      .asked('document.birthProof', photographs('witness-statement'));
  });
});

describe('where another procedure is the right one', () => {
  const asMother = () => atTheTable().asked('requester.relation', 'mother');

  it('a child who is six already: stopped, and led to birth registration', () => {
    theChild(asMother(), 2020, 11, 28).isStopped('not-under-six');
  });

  it('a child one day before its sixth birthday may still be declared in one', () => {
    expect(theChild(asMother(), 2020, 11, 29).evaluation.stops).toEqual([]);
  });

  it('a birth once registered is not registered again', () => {
    theChild(asMother(), 2025, 1, 5).asked('child.registeredBefore', yes).isStopped('registered-before');
  });

  it('an abandoned child, or one of a surrogate mother', () => {
    const table = theChild(asMother(), 2026, 11, 7);
    table.asked('child.situation', 'abandoned').isStopped('special-situation');
    table.goesBackTo('child.situation').asked('child.situation', 'surrogacy').isStopped('special-situation');
  });

  it('a father who wants to recognise the child is led to 1.000689', () => {
    bornInTheHealthStation(theChild(asMother(), 2026, 11, 7))
      .asked('parents.married', no)
      .asked('father.declared', 'recognise')
      .isStopped('recognition-wanted');
  });

  it('a father does not report a birth that leaves the father out', () => {
    bornInTheHealthStation(theChild(atTheTable().asked('requester.relation', 'father'), 2026, 11, 7))
      .asked('parents.married', no)
      .askedInVain('father.declared', 'leave-empty', 'father-asks-but-left-empty');
  });
});

it('a grandmother has talked with the parents first', () => {
  atTheTable()
    .asked('requester.relation', 'grandparent')
    .asked('requester.agreedWithParents', 'not-yet')
    .isStopped('parents-not-asked');
});
