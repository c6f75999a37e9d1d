import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, hasNone, inVillage, no, photographs, refuses, shows, signs, yes } from './said.ts';

function theWidow(): Interview {
  return new Interview('merit-death-benefit', '2026-11-28')
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .asked('requester.relation', 'spouse')
    .asked('requester.name', 'Hà Thị Lự')
    .asked('requester.sex', 'female')
    .asked('requester.birthDate', born(1979, 2, 3))
    .asked('requester.idKind', 'identity-card')
    .asked('requester.nationalId', '038179000006')
    .doesNotKnow('requester.idIssuedOn')
    .asked('requester.residence', inVillage('bản Đôn'))
    .asked('requester.residenceKind', 'permanent');
}

function theSoldier(table: Interview): Interview {
  return table
    .asked('death.registered', yes)
    .asked('deceased.meritKind', 'Thương binh')
    .asked('deceased.name', 'Hà Văn Ức')
    .asked('deceased.sex', 'male')
    .asked('deceased.birthDate', born(1968))
    .asked('deceased.idKind', 'old-card')
    .doesNotKnow('deceased.nationalId')
    .asked('deceased.residence', inVillage('bản Đôn'))
    .asked('death.date', born(2026, 11, 2));
}

const ofMerit = () => theSoldier(theWidow().asked('deceased.merit', yes));

describe('a widow of a wounded soldier, with two children at home', () => {
  const table = ofMerit()
    .asked('relatives.agreed', 'minutes')
    .asked('children.number', 2)
    .asked('child.name.1', 'Hà Minh Khuê')
    .asked('child.birthDate.1', born(2012, 5, 6))
    .asked('child.name.2', 'Hà Thị Xuân')
    .asked('child.birthDate.2', born(2006, 5, 6))
    .isWarned('child-grown')
    .asked('result.way', 'paper')
    .asked('document.deathExtract', photographs())
    .asked('document.minutes', photographs())
    .askedInVain('document.birthCertificates', hasNone, 'document-missing')
    .asked('document.birthCertificates', photographs())
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('files with the death extract, the minutes and the birth certificates', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({ limit: { kind: 'none' }, fee: { confirmed: false } });
  });

  it('is told that only the one of twenty is no child any more', () => {
    const grown = table.evaluation.problems.filter(({ code }) => code === 'child-grown');
    expect(grown.map(({ question, params }) => [question, params])).toEqual([
      ['child.birthDate.2', { age: 20 }],
    ]);
  });
});

it('where no child is under age, no birth certificate is asked for', () => {
  ofMerit()
    .asked('relatives.agreed', 'only-one')
    .asked('children.number', 0)
    .isNotAsked('child.name.1', 'document.birthCertificates', 'document.minutes');
});

it('the family has not met yet: the draft waits for the minutes', () => {
  ofMerit().asked('relatives.agreed', 'not-yet').isWarned('relatives-not-asked');
});

it('nobody is sure of the merit: the commune looks in its records', () => {
  theSoldier(theWidow().asked('deceased.merit', 'unsure').isWarned('merit-unsure'));
});

it('the person who died was not of merit: stopped, and led to burial support', () => {
  theWidow().asked('deceased.merit', no).isStopped('not-of-merit');
});

it('the death is not registered yet: stopped, and led to registering it first', () => {
  theWidow().asked('deceased.merit', yes).asked('death.registered', no).isStopped('death-not-registered');
});
