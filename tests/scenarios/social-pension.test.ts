import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, inVillage, no, refuses, shows, signs, witnessSigns, yes } from './said.ts';

const today = '2026-11-28';

function atTheTable(): Interview {
  return new Interview('social-pension', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

/** The elder up to the question on other money. */
function theElder(table: Interview, birth: ReturnType<typeof born>): Interview {
  return table
    .asked('person.name', 'Lò Thị Pỏm')
    .asked('person.sex', 'female')
    .asked('person.birthDate', birth)
    .asked('person.idKind', 'identity-card')
    .doesNotKnow('person.nationalId')
    .asked('person.residence', inVillage('bản Hiêu'))
    .asked('person.contactSame', yes)
    .asked('person.benefit', 'none');
}

const herself = (birth: ReturnType<typeof born>) =>
  theElder(atTheTable().asked('requester.relation', 'self').isNotAsked('requester.name'), birth);

function toTheEnd(table: Interview): Interview {
  return table
    .passes('pension.amount')
    .asked('payment.way', 'cash')
    .asked('payment.place', inVillage('bản Hiêu'))
    .asked('result.way', 'paper');
}

describe('an elder of 76', () => {
  const table = toTheEnd(herself(born(1950, 3, 4)).isNotAsked('consent.poverty', 'household.poverty'))
    .asked('document.requesterId', shows)
    .asked('signature.requester', witnessSigns('Hà Thị Lự'))
    .isAtTheEnd();

  it('files without a word about poverty, in about ten working days, free of charge', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'from-75',
      limit: { kind: 'working-days', days: 10, confirmed: false },
      fee: { kind: 'free' },
    });
  });

  it('who knows only a year long enough ago is as sure', () => {
    table.goesBackTo('person.birthDate').asked('person.birthDate', born(1944)).mayFinish();
    expect(table.evaluation.case).toMatchObject({ id: 'from-75' });
    expect(table.evaluation.problems.map(({ code }) => code)).not.toContain('age-to-be-checked');
  });
});

describe('an elder of 72', () => {
  it('in a poor household says the number of the certificate, and files', () => {
    const table = herself(born(1954, 3, 4))
      .asked('consent.poverty', agrees)
      .asked('household.poverty', 'poor')
      .asked('household.povertyNumber', '12/2026');
    toTheEnd(table)
      .asked('document.poverty', shows)
      .asked('document.requesterId', shows)
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
    expect(table.evaluation.case).toMatchObject({ id: 'from-70-poor' });
  });

  it('in a household that is not poor: stopped, and told from which age it is possible', () => {
    herself(born(1954, 3, 4))
      .asked('consent.poverty', agrees)
      .asked('household.poverty', 'neither')
      .isStopped('not-poor-before-75');
  });
});

it('a man of 64: stopped, and told from which age it is possible', () => {
  herself(born(1962, 3, 4)).isStopped('under-70');
});

it('an elder with a pension from work: stopped', () => {
  herself(born(1950, 3, 4))
    .goesBackTo('person.benefit')
    .asked('person.benefit', 'insurance')
    .isStopped('has-pension');
});

describe('an elder who knows only the year, and may be 74 or 75', () => {
  const table = herself(born(1951)).isWarned('age-to-be-checked');

  it('is asked about poverty in any case, and the staff decide the age', () => {
    table.asked('consent.poverty', agrees).asked('household.poverty', 'neither').isWarned('poor-if-under-75');
    expect(table.evaluation.stops).toEqual([]);
    expect(table.evaluation.case).toMatchObject({ id: 'age-to-be-checked' });
  });

  it('keeps the year as a year', () => {
    expect(table.evaluation.submission['person.birthDate']).toEqual({ year: 1951 });
  });
});

describe('a neighbour authorised by an elder who cannot walk', () => {
  const table = theElder(
    atTheTable()
      .asked('requester.relation', 'authorised')
      .asked('requester.name', 'Hà Thị Lự')
      .asked('requester.birthDate', born(1979, 2, 3))
      .asked('requester.idKind', 'identity-card')
      .asked('requester.nationalId', '038179000006')
      .asked('requester.residence', inVillage('bản Hiêu')),
    born(1944),
  );

  it('brings the written authorisation', () => {
    const needed = table.evaluation.documents.filter((due) => due.required).map((due) => due.document.id);
    expect(needed).toEqual(['requester-id', 'authorisation']);
  });

  it('says where the elder can be reached, if it is elsewhere', () => {
    table
      .goesBackTo('person.contactSame')
      .asked('person.contactSame', no)
      .asked('person.contactPlace', inVillage('bản Đôn'));
  });
});
