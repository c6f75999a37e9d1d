import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, hasNone, inVillage, no, photographs, refuses, shows, signs, yes } from './said.ts';

function theNephew(): Interview {
  return new Interview('martyr-worship-allowance', '2026-11-28')
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .asked('requester.relation', 'relative')
    .asked('requester.name', 'Hà Văn Thoán')
    .asked('requester.sex', 'male')
    .asked('requester.birthDate', born(1996, 2, 3))
    .asked('requester.idKind', 'identity-card')
    .asked('requester.nationalId', '038096000002')
    .doesNotKnow('requester.idIssuedOn')
    .asked('requester.residence', inVillage('bản Đôn'))
    .asked('requester.residenceKind', 'permanent');
}

function theMartyr(table: Interview): Interview {
  return table
    .asked('martyr.name', 'Hà Văn Pản')
    .asked('martyr.birthDate', born(1950))
    .doesNotKnow('martyr.origin')
    .askedInVain('martyr.diedOn', born(1949), 'date-before')
    .asked('martyr.diedOn', born(1972))
    .doesNotKnow('martyr.certificateNumber');
}

const withCertificate = () => theMartyr(theNephew().asked('martyr.certificate', 'have'));

describe('a nephew whom the other relatives authorised', () => {
  const table = withCertificate()
    .asked('worship.now', no)
    .asked('worship.agreed', 'written')
    .asked('result.way', 'paper')
    .asked('document.certificate', photographs())
    .askedInVain('document.authorisation', hasNone, 'document-missing')
    .asked('document.authorisation', photographs())
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('files with the certificate and the authorisation; limit and fee are to be confirmed', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      limit: { kind: 'none' },
      fee: { kind: 'free', confirmed: false },
    });
  });

  it('is another person than the martyr, in the dossier too', () => {
    expect(table.evaluation.submission).toMatchObject({
      'requester.name': 'Hà Văn Thoán',
      'martyr.name': 'Hà Văn Pản',
      'martyr.birthDate': { year: 1950 },
    });
  });
});

it('the last relative of a martyr needs nobody to authorise him', () => {
  withCertificate()
    .asked('worship.now', 'unsure')
    .isWarned('worship-unsure')
    .asked('worship.agreed', 'only-one')
    .isNotAsked('document.authorisation');
});

it('the relatives have not been asked yet: the draft waits for what they write', () => {
  withCertificate().asked('worship.now', no).asked('worship.agreed', 'not-yet').isWarned('family-not-asked');
});

it('a lost certificate: told to have a copy made', () => {
  theNephew().asked('martyr.certificate', 'lost').isWarned('certificate-lost');
});

it('there never was a certificate: stopped, and told whom to ask', () => {
  theNephew().asked('martyr.certificate', 'none').isStopped('not-recognised');
});

it('somebody receives the allowance for this martyr already: stopped', () => {
  withCertificate().asked('worship.now', yes).isStopped('somebody-receives');
});
