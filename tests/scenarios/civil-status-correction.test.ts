import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  doesNotKnow,
  inVillage,
  leftAtHome,
  photographs,
  refuses,
  shows,
  signs,
} from './said.ts';

const today = '2026-11-28';

function atTheTable(paper: string, kind: string, ethnicity = true): Interview {
  return new Interview('civil-status-correction', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', ethnicity ? agrees : refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses)
    .asked('request.paper', paper)
    .asked('request.kind', kind);
}

/** A person of whom the ethnic group may be recorded corrects their own paper. */
function asOwner(table: Interview, birthDate = born(1979, 5, 4)): Interview {
  return table
    .asked('requester.relation', 'self')
    .isNotAsked('requester.name')
    .asked('owner.name', 'Giàng Thị Chu')
    .asked('owner.sex', 'female')
    .asked('owner.birthDate', birthDate)
    .asked('owner.nationality', 'vietnam')
    .asked('owner.ethnicity', 'Mông')
    .asked('owner.idKind', 'citizen-card')
    .asked('owner.nationalId', doesNotKnow)
    .asked('owner.idIssuedOn', doesNotKnow)
    .asked('owner.residence', inVillage('bản Son'))
    .asked('owner.residenceKind', 'permanent')
    .asked('book.office', 'Ủy ban nhân dân xã Lũng Cao')
    .asked('book.number', '12')
    .asked('book.volume', doesNotKnow)
    .asked('book.issuedOn', born(1996));
}

describe('a wrong name and a wrong birth year, told one after the other', () => {
  const table = asOwner(atTheTable('birth', 'correct')).asked('changes.number', 2);

  it('asks for each what stands there, what is right, and why', () => {
    table
      .asked('change.field.1', 'name')
      .asked('change.from.1', 'Giàng Thị Tru')
      .askedInVain('change.to.1', 'Giàng Thị Tru', 'nothing-changed')
      .asked('change.to.1', 'Giàng Thị Chu')
      .asked('change.reason.1', 'Ngày trước nghe nhầm.')
      .asked('change.field.2', 'birth-date')
      .asked('change.from.2', '1997')
      .asked('change.to.2', '1979')
      .asked('change.reason.2', 'Học bạ ghi 1979.')
      .isNotAsked('ethnicity.to');
    expect(
      table.evaluation.steps.filter((step) => step.step.id === 'change').map((step) => step.key),
    ).toEqual(['change.1', 'change.2']);
  });

  it('takes the school record as proof, in some 3 working days that nobody has confirmed yet', () => {
    table
      .asked('result.way', 'paper')
      .asked('document.changeProof', photographs('school-record'))
      .asked('document.wrongPaper', leftAtHome)
      .asked('document.requesterId', shows)
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'correction',
      limit: { kind: 'working-days', days: 3, confirmed: false },
      fee: { kind: 'province-table' },
    });
  });

  it('a correction taken back stays in the draft, and out of the dossier', () => {
    table.goesBackTo('changes.number').asked('changes.number', 1);
    expect(table.draft['change.to.2']).toBe('1979');
    expect(table.evaluation.submission).not.toHaveProperty('change.to.2');
    table.mayFinish();
  });
});

describe('something that was left out', () => {
  it('is not asked for what stands there now', () => {
    asOwner(atTheTable('birth', 'supplement'))
      .asked('changes.number', 1)
      .asked('change.field.1', 'other')
      .asked('change.otherField.1', 'Dấu của xã')
      .isNotAsked('change.from.1')
      .asked('change.to.1', 'Có dấu')
      .asked('change.reason.1', 'Ngày trước quên đóng dấu.');
  });

  it('the ethnic group is not offered where it may not be recorded', () => {
    const table = atTheTable('birth', 'correct', false)
      .goesBackTo('changes.number')
      .asked('changes.number', 1);
    const field = table.evaluation.steps
      .flatMap((step) => step.questions)
      .find(({ question }) => question.id === 'change.field.1');
    expect(field?.offered).not.toContain('ethnicity');
    expect(field?.offered).toContain('name');
  });
});

describe('an ethnic group determined anew', () => {
  const of = (birthDate: ReturnType<typeof born>) => asOwner(atTheTable('birth', 'ethnicity'), birthDate);

  it('a woman of 47: asked alone, with no time limit promised', () => {
    const table = of(born(1979, 5, 4))
      .isNotAsked('changes.number', 'change.field.1', 'ethnicity.agrees')
      .asked('ethnicity.from', 'Kinh')
      .askedInVain('ethnicity.to', 'Kinh', 'ethnicity-unchanged')
      .asked('ethnicity.to', 'Mông')
      .asked('ethnicity.reason', 'Mẹ là người Mông.');
    expect(table.evaluation.case).toMatchObject({ id: 'ethnicity', limit: { kind: 'none' } });
  });

  it('a girl of 15 today who does not agree: stopped, the draft is kept', () => {
    of(born(2011, 11, 28))
      .asked('ethnicity.from', doesNotKnow)
      .asked('ethnicity.to', 'Mông')
      .asked('ethnicity.reason', 'Theo mẹ.')
      .asked('ethnicity.agrees', 'no')
      .isStopped('young-person-refuses');
  });

  it('a girl of 15 who has not been asked yet: told to ask her alone', () => {
    of(born(2011, 11, 28))
      .goesBackTo('ethnicity.agrees')
      .asked('ethnicity.agrees', 'not-yet')
      .isWarned('young-person-not-asked');
  });

  it('the day before her fifteenth birthday she is not asked', () => {
    of(born(2011, 11, 29)).isNotAsked('ethnicity.agrees');
  });

  it('somebody of whom only the year is known, and who may be 15 or not: staff are to look', () => {
    of(born(2011)).isWarned('ethnicity-age-unclear').isNotAsked('ethnicity.agrees');
  });

  it('somebody who certainly is older is no doubt for staff, with a year alone', () => {
    expect(of(born(1979)).evaluation.problems).toEqual([]);
  });

  it('who does not want the ethnic group recorded: stopped, and told how to go on', () => {
    atTheTable('birth', 'ethnicity', false).isStopped('ethnicity-not-agreed');
  });
});

it('a wrong identity card: stopped, and sent to the police', () => {
  atTheTable('identity-card', 'correct').isStopped('card-not-here');
});

describe('somebody who goes for another person', () => {
  const father = () =>
    atTheTable('birth', 'correct', false)
      .asked('requester.relation', 'parent')
      .asked('requester.name', 'Giàng A Sử')
      .asked('requester.sex', 'male')
      .asked('requester.birthDate', born(1982))
      .asked('requester.idKind', 'none')
      .isWarned('requester-without-id')
      .asked('requester.residence', inVillage('bản Son'))
      .asked('requester.residenceKind', 'permanent')
      .asked('owner.name', 'Giàng Thị Chu')
      .asked('owner.sex', 'female');

  it('a father, for a school child: no authorisation', () => {
    father()
      .asked('owner.birthDate', born(2014, 3, 5))
      .isNotAsked('document.authorisation');
  });

  it('a father, for a daughter who is 18 today: told that she has to authorise him', () => {
    father()
      .askedInVain('owner.birthDate', born(2008, 11, 28), 'parent-of-adult')
      .goesBackTo('requester.relation')
      .asked('requester.relation', 'family')
      .goesBackTo('document.authorisation');
  });

  it('a father, for a daughter who may be 18 or not: staff are to look', () => {
    father().asked('owner.birthDate', born(2008)).isWarned('child-age-unclear');
  });
});
