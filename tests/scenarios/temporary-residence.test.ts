import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, doesNotKnow, inVillage, photographs, refuses, signs } from './said.ts';

const today = '2026-11-28';

function atTheTable(kind = 'first'): Interview {
  return new Interview('temporary-residence', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .asked('request.kind', kind);
}

function worker(table: Interview, birthDate = born(2001, 1, 15)): Interview {
  return table
    .asked('requester.relation', 'self')
    .asked('person.name', 'Giàng A Chu')
    .asked('person.sex', 'male')
    .asked('person.birthDate', birthDate)
    .asked('person.residence', inVillage('bản Son'))
    .asked('person.nationalId', '038201000009')
    .isNotAsked('person.phone', 'person.email');
}

function rentedRoom(table: Interview): Interview {
  return table
    .asked('home.place', inVillage('Khu phố 2', '14923'))
    .askedInVain('stay.until', born(2026, 11, 27), 'stay-is-over')
    .asked('stay.until', born(2027, 6))
    .asked('home.owner', 'rented')
    .asked('household.head', 'self')
    .isNotAsked('household.headName');
}

describe('a young man who works away from home', () => {
  const table = rentedRoom(worker(atTheTable()));

  it('his landlord may agree from the telephone, with no paper to sign', () => {
    table
      .asked('household.agrees', 'yes')
      .asked('opinion.way', 'app')
      .asked('members.number', 0)
      .asked('filing.way', 'online')
      .asked('fee.exemption', 'none')
      .asked('document.homeProof', photographs('dwelling-paper'))
      .isNotAsked('document.headOpinion')
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
  });

  it('online for 7,000 đồng, in person for 15,000, in some 3 working days', () => {
    expect(table.evaluation.case).toMatchObject({
      id: 'online',
      dong: 7_000,
      limit: { days: 3, confirmed: false },
    });
    table.goesBackTo('filing.way').asked('filing.way', 'direct');
    expect(table.evaluation.case).toMatchObject({ id: 'direct', dong: 15_000 });
  });

  it('a friend moves along, and is told one by one', () => {
    table
      .goesBackTo('members.number')
      .asked('members.number', 1)
      .asked('member.name.1', 'Giàng A Dế')
      .asked('member.birthDate.1', born(2002))
      .asked('member.sex.1', 'male')
      .asked('member.nationalId.1', doesNotKnow)
      .asked('member.relation.1', 'guest')
      .mayFinish();
  });
});

it('a girl of 17 who goes to school in town: her parents are asked', () => {
  worker(atTheTable(), born(2008, 11, 29))
    .asked('parents.agree', 'yes')
    .goesBackTo('document.parentOpinion');
});

it('a girl of 17 whose parents do not agree: stopped, until they do', () => {
  worker(atTheTable(), born(2008, 11, 29))
    .asked('parents.agree', 'no')
    .isStopped('parents-refuse')
    .goesBackTo('parents.agree')
    .asked('parents.agree', 'not-yet')
    .isWarned('parents-not-asked');
});

it('only the year is known, and she may be 18 or not: staff are to look', () => {
  worker(atTheTable(), born(2008)).isWarned('age-unclear').isNotAsked('parents.agree');
});

it('from her eighteenth birthday on they are not', () => {
  worker(atTheTable(), born(2008, 11, 28)).isNotAsked('parents.agree', 'document.parentOpinion');
});

it('a landlord who does not agree: stopped, the draft is kept', () => {
  rentedRoom(worker(atTheTable())).asked('household.agrees', 'no').isStopped('household-refuses');
});

describe('where another procedure is the right one', () => {
  it.each([
    ['staying on longer: stopped, and led to 1.002755', 'extend', 'extension-asked'],
    ['moving out again: stopped, and led to 1.010028', 'remove', 'removal-asked'],
    ['staying for good: stopped, and led to permanent residence', 'for-good', 'for-good-asked'],
  ])('%s', (_, kind, reason) => {
    atTheTable(kind).isStopped(reason);
  });
});
