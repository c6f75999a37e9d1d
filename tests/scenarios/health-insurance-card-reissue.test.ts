import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  doesNotKnow,
  hasNone,
  inVillage,
  no,
  photographs,
  refuses,
  shows,
  signs,
  yes,
} from './said.ts';

const today = '2026-11-28';

function atTheTable(): Interview {
  return new Interview('health-insurance-card-reissue', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', refuses);
}

describe('a card lost in the flood', () => {
  const table = atTheTable()
    .asked('card.hadOne', yes)
    .asked('card.reason', 'lost')
    .doesNotKnow('card.number')
    .isNotAsked('card.wrongNow', 'document.changeProof', 'document.oldCard')
    .asked('requester.relation', 'self')
    .isNotAsked('requester.name')
    .asked('owner.name', 'Vi Thị Én')
    .asked('owner.sex', 'female')
    .asked('owner.birthDate', born(1968))
    .asked('owner.nationality', 'vietnam')
    .asked('owner.idKind', 'identity-card')
    .asked('owner.nationalId', '038168000004')
    .asked('owner.idIssuedOn', doesNotKnow)
    .asked('owner.residence', inVillage('bản Đôn'))
    .asked('owner.residenceKind', 'permanent')
    .asked('result.way', 'paper')
    .asked('document.ownerId', shows)
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('her identity card is enough', () => {
    table.mayFinish();
  });

  it('says that neither the day nor the fee is confirmed', () => {
    expect(table.evaluation.case).toMatchObject({
      id: 'same-details',
      limit: { confirmed: false },
      fee: { kind: 'free', confirmed: false },
    });
  });
});

describe('a child whose name is wrong on the card', () => {
  const table = atTheTable()
    .asked('card.hadOne', yes)
    .asked('card.reason', 'wrong')
    .doesNotKnow('card.number')
    .asked('card.wrongNow', 'Hà Thị Suân')
    .askedInVain('card.right', 'Hà Thị Suân', 'nothing-changed')
    .asked('card.right', 'Hà Thị Xuân');

  it('the right name has to be shown in a paper, and the reason is said', () => {
    table.goesBackTo('document.changeProof').askedInVain('document.changeProof', hasNone, 'document-missing');
    expect(table.evaluation.documents.find((due) => due.document.id === 'change-proof')).toMatchObject({
      required: true,
      satisfied: false,
      why: { key: 'document-change-proof' },
    });
    table.asked('document.changeProof', photographs('birth-certificate'));
  });

  it('the old card is welcome, and its absence stops nothing', () => {
    table.goesBackTo('document.oldCard').asked('document.oldCard', hasNone);
  });

  it('a mother goes for her child without an authorisation, and is told when the child is grown up', () => {
    table.goesBackTo('requester.relation').asked('requester.relation', 'parent');
    table.isNotAsked('document.authorisation').goesBackTo('owner.birthDate');
    table.asked('owner.birthDate', born(2015, 3, 4));
    expect(table.evaluation.problems).toEqual([]);
    table
      .goesBackTo('owner.birthDate')
      .asked('owner.birthDate', born(2008, 11, 28))
      .isWarned('parent-of-adult');
    table.goesBackTo('owner.birthDate').asked('owner.birthDate', born(2008)).isWarned('birth-year-only');
  });
});

it('somebody who never had a card: stopped, and told that the first card is another matter', () => {
  atTheTable().asked('card.hadOne', no).isStopped('never-had-one');
});

it('somebody who does not know whether there ever was a card may go on', () => {
  const table = atTheTable().doesNotKnow('card.hadOne').isWarned('had-one-unknown');
  expect(table.evaluation.stops).toEqual([]);
});

it('a small child without any card of its own: the birth certificate will do', () => {
  atTheTable()
    .goesBackTo('owner.idKind')
    .asked('owner.idKind', 'none')
    .isWarned('owner-without-id')
    .isNotAsked('document.ownerId');
});
