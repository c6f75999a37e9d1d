import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  doesNotKnow,
  givesThumbprint,
  hasNone,
  inVillage,
  leftAtHome,
  no,
  photographs,
  refuses,
  shows,
  signs,
  witnessSigns,
  yes,
} from './said.ts';

const today = '2026-11-28';

function consents(day = today): Interview {
  return new Interview('marriage-registration', day)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

const bothHere = () =>
  consents().asked('couple.here', 'both').asked('couple.voluntary', yes).asked('couple.related', no);

function theGroom(table: Interview, birthDate = born(2000, 3, 5)): Interview {
  return table
    .asked('groom.name', 'Giàng A Sử')
    .asked('groom.birthDate', birthDate)
    .asked('groom.nationality', 'vietnam')
    .asked('groom.idKind', 'identity-card')
    .doesNotKnow('groom.nationalId')
    .asked('groom.idIssuedOn', born(2021, 4))
    .asked('groom.residence', inVillage('bản Son'))
    .asked('groom.residenceKind', 'permanent');
}

function theBride(table: Interview, birthDate = born(2002, 11, 28)): Interview {
  return table
    .asked('bride.name', 'Vàng Thị Mỷ')
    .asked('bride.birthDate', birthDate)
    .asked('bride.nationality', 'vietnam')
    .asked('bride.idKind', 'none')
    .isWarned('bride-without-id')
    .asked('bride.residence', inVillage('bản Son'))
    .asked('bride.residenceKind', 'permanent');
}

const neverMarried = (table: Interview, side: 'groom' | 'bride') =>
  table.asked(`${side}.status`, 'never').asked(`${side}.marriageCount`, 1);

describe('two people who were never married', () => {
  const table = neverMarried(theBride(neverMarried(theGroom(bothHere()), 'groom')), 'bride')
    .passes('result.together')
    .asked('document.groomId', shows)
    .isNotAsked('document.brideId')
    .asked('document.groomStatus', hasNone)
    .asked('document.brideStatus', photographs('status-certificate'));

  it('are married the same day, free of charge, when both have signed', () => {
    table.asked('signature.groom', signs).mayNotFinish();
    table.asked('signature.bride', signs).isAtTheEnd().mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'usual',
      limit: { kind: 'same-day', cutoff: '15:00' },
      fee: { kind: 'free', confirmed: false },
    });
  });

  it('cannot let a witness sign for them', () => {
    table.goesBackTo('signature.bride');
    table.askedInVain('signature.bride', witnessSigns('Lò Thị Én'), 'bride-signs-in-person').mayNotFinish();
  });

  it('give a thumbprint only where that was agreed to', () => {
    table
      .goesBackTo('signature.groom')
      .askedInVain('signature.groom', givesThumbprint, 'groom-thumbprint-not-agreed');
    table
      .goesBackTo('consent.thumbprint')
      .asked('consent.thumbprint', agrees)
      .goesBackTo('signature.groom')
      .asked('signature.groom', givesThumbprint);
  });
});

describe('somebody who was married before', () => {
  const divorced = () =>
    theGroom(bothHere())
      .asked('groom.status', 'divorced')
      .doesNotKnow('groom.divorceNumber')
      .asked('groom.divorceDate', born(2023))
      .asked('groom.divorceCourt', 'Tòa án nhân dân huyện Bá Thước')
      .asked('groom.marriageCount', 2);

  it('needs the paper of the court, and is told so', () => {
    const table = divorced();
    const due = table.evaluation.documents.find((one) => one.document.id === 'groom-status');
    expect(due).toMatchObject({ required: true, why: { key: 'document-groom-status' } });
    table
      .goesBackTo('document.groomStatus')
      .askedInVain('document.groomStatus', photographs('spouse-death-extract'), 'groom-status-paper')
      .asked('document.groomStatus', leftAtHome);
  });

  it('whose wife has died brings the death extract', () => {
    theGroom(bothHere())
      .asked('groom.status', 'widowed')
      .isNotAsked('groom.divorceNumber')
      .goesBackTo('document.groomStatus')
      .askedInVain('document.groomStatus', hasNone, 'document-missing')
      .asked('document.groomStatus', photographs('spouse-death-extract'));
  });
});

describe('the age of the two', () => {
  const groomBorn = (...date: [number, number?, number?]) => theGroom(bothHere(), born(...date));
  const brideBorn = (...date: [number, number?, number?]) =>
    theBride(neverMarried(theGroom(bothHere()), 'groom'), born(...date));

  it('a 17-year-old bride: stopped, and told from when it is possible', () => {
    const table = brideBorn(2008, 11, 29).isStopped('bride-under-age');
    expect(table.evaluation.stops).toMatchObject([{ params: { age: 17 } }]);
  });

  it('a bride may marry on her eighteenth birthday', () => {
    expect(brideBorn(2008, 11, 28).evaluation.stops).toEqual([]);
  });

  it('a 19-year-old groom: stopped, and told from when it is possible', () => {
    groomBorn(2006, 11, 29).isStopped('groom-under-age');
  });

  it('a groom may marry on his twentieth birthday', () => {
    expect(groomBorn(2006, 11, 28).evaluation.stops).toEqual([]);
  });

  it('of a year alone nobody guesses: staff must look at the papers', () => {
    const table = groomBorn(2006).isWarned('groom-age-to-be-checked');
    expect(table.evaluation.stops).toEqual([]);
    expect(table.evaluation.case).toMatchObject({ id: 'to-be-checked', limit: { days: 3 } });
  });

  it('a year that is certainly too late: stopped all the same', () => {
    groomBorn(2008).isStopped('groom-under-age');
  });
});

describe('where a marriage cannot be registered', () => {
  it('somebody files for them: stopped, nobody can be authorised', () => {
    consents().asked('couple.here', 'proxy').isStopped('proxy-not-allowed');
  });

  it('one of the two is missing: stopped until both are here', () => {
    const table = consents().asked('couple.here', 'one').isStopped('one-is-missing');
    table.goesBackTo('couple.here').asked('couple.here', 'both');
    expect(table.evaluation.stops).toEqual([]);
  });

  it('one of the two does not want to: stopped, in words that accuse nobody', () => {
    consents().asked('couple.here', 'both').asked('couple.voluntary', no).isStopped('not-voluntary');
  });

  it('relatives within three generations: stopped', () => {
    consents()
      .asked('couple.here', 'both')
      .asked('couple.voluntary', yes)
      .asked('couple.related', yes)
      .isStopped('related');
  });

  it('who does not know about the generations may go on, and the commune finds out', () => {
    const table = consents()
      .asked('couple.here', 'both')
      .asked('couple.voluntary', yes)
      .asked('couple.related', doesNotKnow)
      .isWarned('related-unknown');
    expect(table.evaluation.stops).toEqual([]);
  });

  it.each(['married', 'period'])('a groom who has a wife (%s): stopped', (status) => {
    theGroom(bothHere()).asked('groom.status', status).isStopped('groom-has-spouse');
  });
});

it('after 28 February 2027 the law is another: stopped, and the draft is kept', () => {
  expect(consents('2027-02-28').evaluation.stops).toEqual([]);
  const table = consents('2027-03-01').isStopped('procedure-expired');
  expect(table.evaluation.stops).toMatchObject([{ params: { validTo: '2027-02-28' } }]);
  expect(table.draft['consent.submit']).toEqual(agrees);
});
