import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import { agrees, born, doesNotKnow, inVillage, no, photographs, refuses, shows, signs, yes } from './said.ts';

const today = '2026-11-28';

function atTheTable(): Interview {
  return new Interview('civil-status-extract', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

/** Somebody who asks for another person's paper. */
function requester(table: Interview): Interview {
  return table
    .asked('requester.name', 'Hà Thị Nhung')
    .asked('requester.sex', 'female')
    .asked('requester.birthDate', born(1988, 2, 1))
    .asked('requester.idKind', 'identity-card')
    .asked('requester.nationalId', '038188000001')
    .asked('requester.idIssuedOn', born(2022, 3, 4))
    .asked('requester.residence', inVillage('bản Đôn'))
    .asked('requester.residenceKind', 'permanent');
}

describe('a torn birth certificate, asked for by its owner', () => {
  const table = atTheTable()
    .asked('record.kind', 'birth')
    .asked('record.registered', yes)
    .asked('requester.relation', 'self')
    .isNotAsked('requester.name', 'requester.idKind')
    .asked('owner.name', 'Lò Thị Én')
    .asked('owner.sex', 'female')
    .asked('owner.birthDate', born(2004, 6, 9))
    .asked('owner.nationality', 'vietnam')
    .asked('owner.idKind', 'identity-card')
    .asked('owner.nationalId', '038304000002')
    .asked('owner.idIssuedOn', born(2022, 3, 4))
    .asked('owner.residence', inVillage('bản Đôn'))
    .asked('owner.residenceKind', 'permanent')
    .asked('book.office', 'Ủy ban nhân dân xã Thành Lâm')
    .asked('book.paperHere', yes)
    .asked('book.number', '27')
    .asked('book.volume', doesNotKnow)
    .asked('book.issuedOn', born(2004));

  it('three copies: the fee is said at once, and that it is not yet confirmed', () => {
    expect(table.evaluation.case?.dong).toBeUndefined();
    table.askedInVain('copies.number', 0, 'number-too-small').asked('copies.number', 3);
    expect(table.evaluation.case).toMatchObject({
      limit: { kind: 'same-day', cutoff: '15:00' },
      dong: 24_000,
      fee: { confirmed: false },
    });
  });

  it('the card is only shown, and the torn paper may be photographed', () => {
    table
      .asked('result.way', 'paper')
      .asked('document.requesterId', shows)
      .asked('document.oldPaper', photographs())
      .isNotAsked('document.authorisation', 'document.relationship')
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
  });
});

describe('a mother who asks for the birth certificate of her child', () => {
  const asMother = () =>
    requester(
      atTheTable()
        .asked('record.kind', 'birth')
        .asked('record.registered', yes)
        .asked('requester.relation', 'parent'),
    )
      .asked('owner.name', 'Lò Văn Bun')
      .asked('owner.sex', 'male');

  it('a school child: no authorisation is asked for', () => {
    asMother()
      .asked('owner.birthDate', born(2015, 9, 2))
      .isNotAsked('document.authorisation');
  });

  it('a child who turned 18 yesterday: told that an authorisation is needed', () => {
    asMother()
      .askedInVain('owner.birthDate', born(2008, 11, 27), 'parent-of-adult')
      .goesBackTo('requester.relation')
      .asked('requester.relation', 'family')
      .goesBackTo('document.authorisation')
      .asked('document.authorisation', photographs())
      .asked('document.relationship', shows);
  });

  it('a child of whom only the year is known, and who may be 18 or not: staff are to look', () => {
    const table = asMother().asked('owner.birthDate', born(2008)).isWarned('child-age-unclear');
    expect(table.evaluation.problems.filter((one) => one.severity === 'error')).toEqual([]);
  });
});

describe('a death', () => {
  const table = atTheTable().asked('record.kind', 'death').asked('record.registered', doesNotKnow);

  it('nobody asks for an extract of their own death', () => {
    table.isWarned('registration-to-be-searched');
    const relation = table.evaluation.steps
      .flatMap((step) => step.questions)
      .find(({ question }) => question.id === 'requester.relation');
    expect(relation?.offered).toEqual(['parent', 'family', 'authorised']);
  });

  it('a daughter shows that she is family, and brings no authorisation of somebody who has died', () => {
    requester(table.asked('requester.relation', 'family'))
      .isNotAsked('document.authorisation')
      .asked('owner.name', 'Hà Văn Pản')
      .asked('owner.sex', 'male')
      .asked('owner.birthDate', born(1941))
      .asked('owner.nationality', 'vietnam')
      .asked('owner.idKind', doesNotKnow)
      .isNotAsked('owner.nationalId')
      .asked('owner.residence', doesNotKnow)
      .asked('owner.residenceKind', doesNotKnow)
      .asked('book.office', doesNotKnow)
      .asked('book.paperHere', no)
      .isNotAsked('book.number', 'document.oldPaper')
      .asked('copies.number', 1)
      .asked('result.way', 'post')
      .asked('result.recipientName', 'Hà Thị Nhung')
      .passes('result.recipientPhone')
      .asked('result.recipientPlace', inVillage('bản Đôn'))
      .asked('document.requesterId', shows)
      .asked('document.relationship', shows)
      .asked('signature.requester', signs)
      .isAtTheEnd()
      .mayFinish();
  });
});

it('a birth that was never registered: stopped, and led to registering it first', () => {
  atTheTable().asked('record.kind', 'birth').asked('record.registered', no).isStopped('never-registered');
});

it('after the new civil-status law comes into force: stopped, the draft is kept', () => {
  new Interview('civil-status-extract', '2027-03-01').isStopped('procedure-expired');
});
