import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, hasNone, inVillage, photographs, refuses, shows, signs } from './said.ts';

function himself(): Interview {
  return new Interview('disability-certificate-reissue', '2026-11-28')
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .asked('consent.health', agrees)
    .asked('requester.relation', 'self')
    .isNotAsked('requester.name')
    .asked('person.name', 'Hà Văn Thoán')
    .asked('person.sex', 'male')
    .asked('person.birthDate', born(1996, 2, 3))
    .asked('person.idKind', 'identity-card')
    .doesNotKnow('person.nationalId')
    .doesNotKnow('person.idIssuedOn')
    .asked('person.residence', inVillage('bản Đôn'))
    .asked('person.residenceKind', 'permanent');
}

function whatHeRemembers(table: Interview): Interview {
  return table
    .doesNotKnow('certificate.number')
    .asked('certificate.issuedOn', born(2022))
    .asked('certificate.level', 'severe')
    .asked('result.way', 'paper');
}

it('a certificate lost in the flood is issued again, without the old one and without its number', () => {
  const table = whatHeRemembers(himself().asked('certificate.why', 'lost'))
    .asked('document.oldCertificate', hasNone)
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd()
    .mayFinish();
  expect(table.evaluation.case).toMatchObject({ id: 'lost', limit: { kind: 'none' } });
});

describe('a certificate with a wrong name', () => {
  const table = whatHeRemembers(
    himself().asked('certificate.why', 'wrong').asked('certificate.mistake', 'Ghi Thoàn, đúng là Thoán'),
  )
    .askedInVain('document.oldCertificate', hasNone, 'document-missing')
    .asked('document.oldCertificate', photographs())
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('is exchanged, and the old one is handed in', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({ id: 'exchange' });
  });

  it('says why the old one is needed', () => {
    expect(table.evaluation.documents[0]?.why).toMatchObject({ key: 'document-old-certificate' });
  });
});

it('the disability has become worse: stopped, and led to having the level determined again', () => {
  himself().asked('certificate.why', 'level-changed').isStopped('level-changed');
});

it('there never was a certificate: stopped, and led to having the level determined', () => {
  himself().asked('certificate.why', 'never').isStopped('never-issued');
});
