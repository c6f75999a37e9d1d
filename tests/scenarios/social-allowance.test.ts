import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../src/domain/procedure/contract/answers.ts';
import { Interview } from './interview.ts';
import { agrees, born, hasNone, inVillage, no, photographs, refuses, shows, signs, yes } from './said.ts';

const today = '2026-11-28';

function atTheTable(health: AnswerValue = agrees): Interview {
  return new Interview('social-allowance', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .asked('consent.health', health);
}

function theMother(table: Interview, relation = 'parent'): Interview {
  return table
    .asked('requester.relation', relation)
    .asked('requester.name', 'Lò Thị Pỏm')
    .asked('requester.sex', 'female')
    .asked('requester.birthDate', born(1972))
    .asked('requester.idKind', 'identity-card')
    .asked('requester.nationalId', '038172000004')
    .doesNotKnow('requester.idIssuedOn')
    .asked('requester.residence', inVillage('bản Hiêu'));
}

function theBeneficiary(table: Interview, birth = born(1996, 2, 3), idKind = 'identity-card'): Interview {
  table
    .asked('beneficiary.name', 'Hà Văn Thoán')
    .asked('beneficiary.sex', 'male')
    .asked('beneficiary.birthDate', birth)
    .asked('beneficiary.idKind', idKind);
  if (idKind !== 'none') table.doesNotKnow('beneficiary.nationalId').doesNotKnow('beneficiary.idIssuedOn');
  return table
    .asked('beneficiary.residence', inVillage('bản Hiêu'))
    .asked('beneficiary.residenceKind', 'permanent');
}

const forThemselves = (birth = born(1996, 2, 3)) =>
  theBeneficiary(atTheTable().asked('requester.relation', 'self'), birth);

describe('a mother asks for her grown son, who is severely disabled', () => {
  const table = theBeneficiary(theMother(atTheTable()))
    .asked('allowance.kind', 'disabled')
    .asked('disability.certificate', 'have')
    .asked('disability.level', 'severe')
    .doesNotKnow('disability.kind')
    .isNotAsked('consent.poverty', 'household.poverty', 'children.number', 'disability.pregnant')
    .passes('allowance.amount')
    .asked('result.way', 'paper')
    .askedInVain('document.disability', hasNone, 'document-missing')
    .asked('document.disability', photographs())
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('files with his certificate, and is never asked whether the family is poor', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'disabled',
      limit: { kind: 'working-days', days: 7, confirmed: false },
      fee: { kind: 'free' },
    });
  });

  it('hears why the certificate is needed', () => {
    expect(
      table.evaluation.documents.find(({ document }) => document.id === 'disability-certificate')?.why,
    ).toMatchObject({ key: 'document-disability-certificate' });
  });
});

describe('somebody whose disability was never determined', () => {
  it('is stopped, and led to the procedure that determines it', () => {
    forThemselves()
      .asked('allowance.kind', 'disabled')
      .asked('disability.certificate', 'none')
      .isStopped('no-disability-certificate');
  });
});

it('a light disability: stopped, and told what to do when it has become worse', () => {
  forThemselves()
    .asked('allowance.kind', 'disabled')
    .asked('disability.certificate', 'have')
    .asked('disability.level', 'light')
    .isStopped('light-disability');
});

it('a lost certificate does not stop anybody: a new one is offered afterwards', () => {
  const table = forThemselves()
    .asked('allowance.kind', 'disabled')
    .asked('disability.certificate', 'lost')
    .isWarned('certificate-lost');
  expect(table.evaluation.followUps).toEqual(['disability-certificate-reissue']);
});

describe('an orphan', () => {
  const orphan = (birth: ReturnType<typeof born>) =>
    theBeneficiary(theMother(atTheTable(), 'guardian'), birth, 'none').asked('allowance.kind', 'child');

  it('of 9 without a card needs the birth certificate, and nobody asks about school', () => {
    orphan(born(2017, 5, 6))
      .isNotAsked('allowance.studying')
      .passes('allowance.amount')
      .asked('result.way', 'paper')
      .askedInVain('document.birthCertificate', hasNone, 'document-missing')
      .asked('document.birthCertificate', photographs())
      .asked('document.requesterId', shows)
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
  });

  it('of 17 at school goes on; of 17 not at school is stopped and led to other situations', () => {
    const table = orphan(born(2009, 5, 6)).asked('allowance.studying', yes);
    expect(table.evaluation.stops).toEqual([]);
    table.goesBackTo('allowance.studying').asked('allowance.studying', no).isStopped('child-grown');
  });

  it('of whom only the year is known is left to the staff: the tablet does not guess the age', () => {
    const table = orphan(born(2010)).isWarned('birth-year-only').isNotAsked('allowance.studying');
    expect(table.evaluation.stops).toEqual([]);
  });

  it('of 22 at school may be too old: staff look', () => {
    orphan(born(2004, 2, 3)).isWarned('child-of-22');
  });
});

describe('a poor mother who brings up two children alone', () => {
  const table = forThemselves(born(1988, 3, 4))
    .asked('allowance.kind', 'single-parent')
    .asked('children.number', 2)
    .passes('allowance.amount')
    .asked('child.name.1', 'Hà Minh Khuê')
    .asked('child.birthDate.1', born(2018, 5, 6))
    .isNotAsked('child.studying.1')
    .asked('child.name.2', 'Hà Thị Xuân')
    .asked('child.birthDate.2', born(2009, 5, 6))
    .asked('child.studying.2', no)
    .isWarned('child-no-longer-counted')
    .asked('consent.poverty', agrees)
    .asked('household.poverty', 'poor')
    .doesNotKnow('household.povertyNumber')
    .asked('result.way', 'paper')
    .asked('document.poverty', shows)
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('names each child, and is told that the grown one may not be counted', () => {
    table.mayFinish();
    const warned = table.evaluation.problems.filter(({ code }) => code === 'child-no-longer-counted');
    expect(warned.map(({ question }) => question)).toEqual(['child.studying.2']);
  });

  it('leaves no child behind in the dossier when she counts only one', () => {
    table.goesBackTo('children.number').asked('children.number', 1);
    expect(Object.keys(table.evaluation.submission).filter((key) => key.startsWith('child.'))).toEqual([
      'child.name.1',
      'child.birthDate.1',
    ]);
  });

  it('is stopped where she does not want her poverty recorded: it can be filed on paper', () => {
    forThemselves()
      .asked('allowance.kind', 'single-parent')
      .asked('children.number', 1)
      .passes('allowance.amount')
      .asked('child.name.1', 'Hà Minh Khuê')
      .asked('child.birthDate.1', born(2018))
      .asked('consent.poverty', refuses)
      .isStopped('consent-record-poverty');
  });
});

it('without consent to record illness nothing about it is asked: stopped', () => {
  atTheTable(refuses).isStopped('consent-record-health');
});

it('an elder of 78 whom nobody looks after is shown the social pension as well', () => {
  const table = forThemselves(born(1948, 3, 4))
    .asked('allowance.kind', 'elderly')
    .isWarned('pension-instead');
  expect(table.evaluation.followUps).toEqual(['social-pension']);
});
