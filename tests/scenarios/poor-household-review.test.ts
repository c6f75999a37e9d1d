import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, doesNotKnow, inVillage, refuses, shows, signs } from './said.ts';

function atTheTable(today = '2026-11-28'): Interview {
  return new Interview('poor-household-review', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', agrees)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .asked('consent.poverty', agrees);
}

function theHead(table: Interview): Interview {
  return table
    .asked('requester.relation', 'self')
    .isNotAsked('requester.name')
    .asked('head.name', 'Lò Thị Mẩy')
    .asked('head.sex', 'female')
    .asked('head.birthDate', born(1999))
    .asked('head.ethnicity', 'thai')
    .asked('head.idKind', 'identity-card')
    .asked('head.nationalId', '038199000001')
    .doesNotKnow('head.idIssuedOn')
    .asked('head.residence', inVillage('bản Đôn'))
    .asked('head.residenceKind', 'permanent');
}

const member = (table: Interview, number: number, name: string, relation: string) =>
  table
    .asked(`member.name.${number}`, name)
    .asked(`member.sex.${number}`, 'female')
    .asked(`member.birthDate.${number}`, born(1951 + number))
    .asked(`member.ethnicity.${number}`, doesNotKnow)
    .asked(`member.relation.${number}`, relation)
    .doesNotKnow(`member.work.${number}`);

function inHardship(table: Interview, others: number): Interview {
  return theHead(table)
    .asked('household.now', 'none')
    .isNotAsked('request.kind')
    .asked('request.reason', 'disaster')
    .passes('request.story')
    .asked('household.others', others);
}

function toTheEnd(table: Interview): Interview {
  return table
    .passes('review.afterwards')
    .asked('result.way', 'paper')
    .asked('document.requesterId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();
}

describe('a widow after the flood, with two people in her house', () => {
  const table = inHardship(atTheTable(), 2);
  toTheEnd(member(member(table, 1, 'Hà Thị Ón', 'parent'), 2, 'Hà Thị Xuân', 'child'));

  it('names both, and may send the request', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'review',
      limit: { kind: 'working-days', days: 15, confirmed: false },
    });
    expect(table.evaluation.submission).toMatchObject({
      'member.name.1': 'Hà Thị Ón',
      'member.name.2': 'Hà Thị Xuân',
      'household.size': 3,
    });
  });

  it('who counts one more is asked for that one, and keeps what was said of the others', () => {
    table.goesBackTo('household.others').asked('household.others', 3).mayNotFinish();
    expect(table.evaluation.missing).toContain('member.name.3');
    expect(table.evaluation.submission).toMatchObject({ 'member.name.2': 'Hà Thị Xuân' });
  });
});

it('somebody who lives alone is asked for no other names', () => {
  const table = toTheEnd(inHardship(atTheTable(), 0)).mayFinish();
  expect(table.evaluation.submission).toMatchObject({ 'household.size': 1 });
});

it('a reason of its own has to be told', () => {
  theHead(atTheTable()).asked('household.now', 'none').asked('request.reason', 'other').mayNotFinish();
});

describe('a household that is on the list', () => {
  const listed = (as: string) => theHead(atTheTable()).asked('household.now', as);

  it('of the near-poor asks to be counted as poor, and is told so', () => {
    const table = listed('near-poor').asked('request.kind', 'join').isWarned('already-near-poor');
    expect(table.evaluation.stops).toEqual([]);
  });

  it('of the poor does not need this: stopped', () => {
    listed('poor').asked('request.kind', 'join').isStopped('already-poor');
  });

  it('and wants to leave it: stopped, and led to 1.011608', () => {
    listed('poor').asked('request.kind', 'leave').isStopped('wants-to-leave');
  });
});

describe('at the turn of the year', () => {
  it('the last day of 2026 is still in time', () => {
    toTheEnd(inHardship(atTheTable('2026-12-31'), 0)).mayFinish();
  });

  it('on 1 January 2027 the procedure has expired: stopped, and the draft is kept', () => {
    const table = toTheEnd(inHardship(atTheTable('2027-01-01'), 0)).isStopped('procedure-expired');
    expect(table.evaluation.stops).toContainEqual({
      key: 'procedure-expired',
      params: { validTo: '2026-12-31' },
    });
    expect(table.draft).toMatchObject({ 'head.name': 'Lò Thị Mẩy' });
  });
});
