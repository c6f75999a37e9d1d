import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  hasNone,
  inVillage,
  no,
  photographs,
  refuses,
  shows,
  signs,
  witnessSigns,
  yes,
} from './said.ts';

const today = '2026-11-28';

function atTheTable(): Interview {
  return new Interview('birth-reregistration', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

function theElder(table: Interview, idKind = 'identity-card'): Interview {
  table
    .asked('person.name', 'Pỏm')
    .asked('person.sex', 'female')
    .asked('person.birthDate', born(1951))
    .asked('person.nationality', 'vietnam')
    .asked('person.idKind', idKind);
  if (idKind !== 'none') table.asked('person.nationalId', '038151000004').doesNotKnow('person.idIssuedOn');
  return table.asked('person.residence', inVillage('bản Hiêu')).asked('person.residenceKind', 'permanent');
}

function registeredOnce(table: Interview, where: string): Interview {
  return table
    .asked('earlier.registered', yes)
    .asked('earlier.originalKept', no)
    .asked('earlier.where', where)
    .asked('earlier.office', 'Xã Thành Lâm, huyện Bá Thước')
    .askedInVain('earlier.date', born(1950), 'date-before')
    .asked('earlier.date', born(1978))
    .doesNotKnow('earlier.number')
    .doesNotKnow('earlier.book');
}

function theParents(table: Interview): Interview {
  return table
    .doesNotKnow('birth.place')
    .asked('person.origin', inVillage('bản Hiêu'))
    .asked('mother.name', 'Hà Thị Ón')
    .doesNotKnow('mother.birthDate')
    .asked('mother.nationality', 'vietnam')
    .doesNotKnow('mother.residence')
    .doesNotKnow('father.name')
    .doesNotKnow('father.birthDate')
    .doesNotKnow('father.nationality')
    .doesNotKnow('father.residence')
    .asked('copies.wanted', no)
    .asked('result.way', 'paper');
}

describe('an elder who knows only her birth year, and lost her certificate', () => {
  const table = theElder(atTheTable().asked('requester.relation', 'self').isNotAsked('requester.name'));
  theParents(registeredOnce(table, 'here').asked('oldPapers.any', yes).asked('oldPapers.agree', yes))
    .askedInVain('document.oldPapers', hasNone, 'document-missing')
    .asked('document.oldPapers', photographs('household-book'))
    .asked('document.requesterId', shows)
    .isNotAsked('document.authorisation', 'document.relationship')
    .asked('signature.requester', witnessSigns('Lò Thị Én'))
    .isAtTheEnd();

  it('registers again, in five working days that the commune must confirm', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'again',
      limit: { kind: 'working-days', days: 5, confirmed: false },
      fee: { kind: 'province-table', confirmed: false },
    });
  });

  it('keeps the year as a year, and a name of one word as it is', () => {
    expect(table.evaluation.submission).toMatchObject({
      'person.name': 'Pỏm',
      'person.birthDate': { year: 1951 },
    });
  });

  it('waits longer when another place has to be asked', () => {
    table.goesBackTo('earlier.where').asked('earlier.where', 'elsewhere');
    expect(table.evaluation.case).toMatchObject({ id: 'again-elsewhere', limit: { days: 25 } });
  });
});

describe('an adult whose birth was never registered', () => {
  const neverRegistered = () =>
    theElder(atTheTable().asked('requester.relation', 'self'), 'none')
      .isWarned('person-without-id')
      .asked('earlier.registered', no)
      .isNotAsked('earlier.where', 'earlier.office', 'earlier.date', 'earlier.number');

  it('with papers that differ files under 1.004772, and photographs them all', () => {
    const table = neverRegistered()
      .asked('oldPapers.any', yes)
      .asked('oldPapers.agree', no)
      .isWarned('old-papers-differ');
    theParents(table)
      .asked('document.oldPapers', photographs('school-record'))
      .isNotAsked('document.requesterId')
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
    expect(table.evaluation.case).toMatchObject({ id: 'from-papers' });
  });

  it('without any paper: stopped, and led to birth registration', () => {
    neverRegistered().asked('oldPapers.any', no).isStopped('never-registered-without-papers');
  });
});

it('the original certificate is still there: stopped, and led to a copy', () => {
  theElder(atTheTable().asked('requester.relation', 'self'))
    .asked('earlier.registered', yes)
    .asked('earlier.originalKept', yes)
    .isStopped('original-kept');
});

it('nobody is sure whether it was registered: the commune searches its books', () => {
  const table = theElder(atTheTable().asked('requester.relation', 'self'))
    .asked('earlier.registered', 'unsure')
    .isWarned('books-to-be-searched')
    .asked('oldPapers.any', no)
    .isWarned('no-old-papers');
  expect(table.evaluation.case).toMatchObject({ id: 'to-be-searched' });
  expect(table.evaluation.stops).toEqual([]);
});

describe('a daughter who files for her mother', () => {
  const table = theElder(
    atTheTable()
      .asked('requester.relation', 'child')
      .asked('requester.name', 'Hà Thị Lự')
      .asked('requester.sex', 'female')
      .asked('requester.birthDate', born(1979, 2, 3))
      .asked('requester.idKind', 'none')
      .isWarned('requester-without-id')
      .asked('requester.residence', inVillage('bản Hiêu'))
      .asked('requester.residenceKind', 'permanent'),
  );

  it('brings an authorisation, and a paper that shows she is the daughter', () => {
    const needed = table.evaluation.documents.filter((due) => due.required).map((due) => due.document.id);
    expect(needed).toEqual(['authorisation', 'relationship-proof']);
    table.isNotAsked('document.requesterId');
  });
});

it('a father needs no authorisation for his little son', () => {
  atTheTable()
    .asked('requester.relation', 'parent')
    .goesBackTo('person.birthDate')
    .asked('person.birthDate', born(2019, 5, 6))
    .isNotAsked('document.authorisation');
});
