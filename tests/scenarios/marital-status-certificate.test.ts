import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, hasNone, inVillage, no, photographs, refuses, shows, signs, yes } from './said.ts';

const today = '2026-11-28';

const consents = () =>
  new Interview('marital-status-certificate', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);

function thePerson(table: Interview, sex = 'male', birthDate = born(1996, 2, 3)): Interview {
  return table
    .asked('person.name', 'Hà Văn Thoán')
    .asked('person.sex', sex)
    .asked('person.birthDate', birthDate)
    .asked('person.nationality', 'vietnam')
    .asked('person.idKind', 'identity-card')
    .doesNotKnow('person.nationalId')
    .doesNotKnow('person.idIssuedOn')
    .asked('person.residence', inVillage('bản Đôn'))
    .asked('person.residenceKind', 'permanent');
}

const forHimself = (birthDate?: ReturnType<typeof born>) =>
  thePerson(consents().asked('requester.relation', 'self').isNotAsked('requester.name'), 'male', birthDate);

describe('a man who was never married and always lived here', () => {
  const table = forHimself()
    .asked('person.status', 'never')
    .isNotAsked('divorce.number', 'marriage.number', 'period.from', 'document.status')
    .asked('places.several', no)
    .isNotAsked('places.count', 'stay.place.1')
    .asked('purpose.kind', 'marriage')
    .doesNotKnow('purpose.partner')
    .asked('earlier.has', no)
    .asked('result.way', 'paper')
    .asked('document.requesterId', shows)
    .isNotAsked('document.authorisation', 'document.earlier')
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('gets his certificate in three working days, which the commune must confirm', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'one-place',
      limit: { kind: 'working-days', days: 3, confirmed: false },
      fee: { kind: 'province-table', confirmed: false },
    });
  });

  it('is led on to the marriage', () => {
    expect(table.evaluation.followUps).toEqual(['marriage-registration']);
  });
});

describe('a man who lived in two other provinces', () => {
  const table = forHimself()
    .asked('person.status', 'never')
    .asked('places.several', yes)
    .askedInVain('places.count', 1, 'number-too-small')
    .asked('places.count', 2)
    .asked('stay.place.1', inVillage('bản Đôn'))
    .asked('stay.from.1', born(2016))
    .asked('stay.to.1', born(2019, 8))
    .asked('stay.place.2', { province: '01', commune: '00004' })
    .asked('stay.from.2', born(2019, 9))
    .askedInVain('stay.to.2', born(2018), 'date-before')
    .asked('stay.to.2', born(2024));

  it('is asked for each of them, and no limit is promised', () => {
    expect(table.evaluation.case).toMatchObject({ id: 'several-places', limit: { kind: 'none' } });
    table.asked('purpose.kind', 'other').asked('purpose.other', 'vay tiền ngân hàng');
    expect(table.evaluation.followUps).toEqual([]);
  });

  it('who takes back a place leaves it out of the dossier', () => {
    table.goesBackTo('places.several').asked('places.several', no).isNotAsked('stay.place.1', 'stay.from.2');
    expect(Object.keys(table.evaluation.submission).filter((key) => key.startsWith('stay.'))).toEqual([]);
  });
});

describe('a woman whose husband has died', () => {
  const table = thePerson(consents().asked('requester.relation', 'self'), 'female', born(1990))
    .asked('person.status', 'widowed')
    .asked('places.several', no)
    .asked('purpose.kind', 'other')
    .asked('purpose.other', 'bán đất')
    .asked('earlier.has', yes)
    .asked('result.way', 'online')
    .asked('document.requesterId', shows);

  it('brings the death extract, not a paper of the court', () => {
    table
      .askedInVain('document.status', hasNone, 'document-missing')
      .askedInVain('document.status', photographs('divorce-decision'), 'status-paper-as-said')
      .asked('document.status', photographs('spouse-death-extract'))
      .asked('document.earlier', hasNone)
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
  });
});

describe('where the certificate cannot be had', () => {
  const toMarry = (table: Interview, status: string) =>
    table
      .asked('person.status', status)
      .goesBackTo('places.several')
      .asked('places.several', no)
      .asked('purpose.kind', 'marriage');

  it('a man who has a wife and wants to marry: stopped; for a loan he gets it', () => {
    const table = toMarry(forHimself(), 'married').isStopped('has-spouse');
    table.goesBackTo('purpose.kind').asked('purpose.kind', 'other');
    expect(table.evaluation.stops).toEqual([]);
  });

  it('a 19-year-old man who wants to marry: stopped, and told from when it is possible', () => {
    toMarry(forHimself(born(2006, 11, 29)), 'never').isStopped('man-under-age');
  });

  it('a 17-year-old woman who wants to marry: stopped, and told from when it is possible', () => {
    const table = thePerson(consents().asked('requester.relation', 'self'), 'female', born(2009, 1, 1));
    toMarry(table, 'never').isStopped('woman-under-age');
  });

  it('of a year alone nobody guesses: staff must look at the papers', () => {
    const table = toMarry(forHimself(born(2006)), 'never').isWarned('age-to-be-checked');
    expect(table.evaluation.stops).toEqual([]);
  });
});

it('a mother who files for her son brings an authorisation, and a paper that shows the tie', () => {
  const table = consents()
    .asked('requester.relation', 'parent')
    .asked('requester.name', 'Bùi Thị Mậu')
    .asked('requester.sex', 'female')
    .asked('requester.birthDate', born(1970))
    .asked('requester.idKind', 'none')
    .asked('requester.residence', inVillage('bản Đôn'))
    .asked('requester.residenceKind', 'permanent');
  const due = table.evaluation.documents.filter((one) => one.required).map((one) => one.document.id);
  expect(due).toEqual(['authorisation', 'relationship-proof']);
});
