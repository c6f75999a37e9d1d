import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '../../src/domain/procedure/contract/answers.ts';
import { Interview } from './interview.ts';
import { agrees, born, inVillage, leftAtHome, no, photographs, refuses, shows, signs, yes } from './said.ts';

const today = '2026-11-28';
const activities = ['walking', 'eating', 'hygiene', 'dressing', 'hearing', 'seeing', 'speaking'];

function atTheTable(health: AnswerValue = agrees): Interview {
  return new Interview('disability-level', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .asked('consent.health', health);
}

function thePerson(table: Interview, birth = born(1996, 2, 3), idKind = 'identity-card'): Interview {
  table
    .asked('person.name', 'Hà Văn Thoán')
    .asked('person.sex', 'male')
    .asked('person.birthDate', birth)
    .asked('person.idKind', idKind);
  if (idKind !== 'none') table.doesNotKnow('person.nationalId').doesNotKnow('person.idIssuedOn');
  return table.asked('person.residence', inVillage('bản Đôn')).asked('person.residenceKind', 'permanent');
}

const himself = () =>
  thePerson(atTheTable().asked('requester.relation', 'self').isNotAsked('requester.name'));

function whatHeCanDo(table: Interview): Interview {
  for (const activity of activities)
    table.asked(`care.${activity}`, activity === 'walking' ? 'with-help' : 'alone');
  return table;
}

describe('a man who lost a leg and has the papers of the hospital', () => {
  const table = whatHeCanDo(
    himself()
      .asked('request.kind', 'first')
      .isNotAsked('earlier.level', 'earlier.changed')
      .asked('disability.kinds', ['movement'])
      .isNotAsked('disability.other'),
  )
    .asked('medical.papers', yes)
    .asked('medical.conclusion', no)
    .asked('result.way', 'paper')
    .asked('document.medical', photographs())
    .isNotAsked('document.conclusion', 'document.earlier', 'document.birthCertificate')
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('files for the first time, in about thirty days that the commune must confirm', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'first',
      limit: { kind: 'calendar-days', days: 30, confirmed: false },
    });
  });

  it('is offered the allowance once this is finished', () => {
    expect(table.evaluation.followUps).toEqual(['social-allowance']);
  });
});

it('somebody without any medical paper may send it all the same, and is told what happens', () => {
  whatHeCanDo(
    himself()
      .asked('request.kind', 'first')
      .asked('disability.kinds', ['sight', 'other'])
      .asked('disability.other', 'Hay ngất'),
  )
    .asked('medical.papers', no)
    .isWarned('no-medical-papers')
    .doesNotKnow('medical.conclusion')
    .asked('result.way', 'paper')
    .isNotAsked('document.medical')
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd()
    .mayFinish();
});

it('somebody whose disability has become worse says what it was and what changed', () => {
  const table = himself()
    .asked('request.kind', 'again')
    .asked('earlier.level', 'light')
    .asked('earlier.changed', 'Nay không tự đi được')
    .asked('disability.kinds', ['movement']);
  expect(table.evaluation.case).toMatchObject({ id: 'again' });
  table.goesBackTo('document.earlier').asked('document.earlier', leftAtHome);
});

it('only the certificate is lost: stopped, and led to having it issued again', () => {
  himself().asked('request.kind', 'lost').isStopped('certificate-lost');
});

it('without consent to record a disability nothing is asked about it: stopped', () => {
  atTheTable(refuses).isStopped('consent-record-health');
});

describe('a father who comes for his little daughter', () => {
  const table = thePerson(
    atTheTable()
      .asked('requester.relation', 'parent')
      .asked('requester.name', 'Hà Văn Pản')
      .asked('requester.sex', 'male')
      .asked('requester.birthDate', born(1985, 1, 2))
      .asked('requester.idKind', 'identity-card')
      .doesNotKnow('requester.nationalId')
      .doesNotKnow('requester.idIssuedOn')
      .asked('requester.residence', inVillage('bản Đôn')),
    born(2019, 5, 6),
    'none',
  ).asked('request.kind', 'first');

  it('shows her birth certificate, and needs no authorisation', () => {
    const asked = table.evaluation.documents.map(({ document }) => document.id);
    expect(asked).toEqual(['birth-certificate', 'requester-id']);
  });
});
