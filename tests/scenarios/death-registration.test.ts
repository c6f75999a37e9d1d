import { describe, expect, it } from 'vitest';
import { Interview } from './interview.ts';
import {
  agrees,
  born,
  hasNone,
  inVillage,
  no,
  photographs,
  refuses,
  shows,
  signs,
  witnessSigns,
  yes,
} from './said.ts';

const today = '2026-11-28';
const home = inVillage('bản Đôn');

/** The daughter has said who she is, and who her father was; the interview stands at the day he died. */
function atTheTable(relation = 'child'): Interview {
  return new Interview('death-registration', today)
    .asked('consent.submit', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', refuses)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', agrees)
    .asked('requester.relation', relation)
    .asked('requester.name', 'Hà Thị Lự')
    .asked('requester.sex', 'female')
    .asked('requester.birthDate', born(1979))
    .asked('requester.idKind', 'none')
    .isWarned('requester-without-id')
    .asked('requester.residence', home)
    .asked('requester.residenceKind', 'permanent')
    .passes('requester.phone')
    .asked('deceased.name', 'Hà Văn Ức')
    .asked('deceased.sex', 'male')
    .asked('deceased.birthDate', born(1942))
    .asked('deceased.nationality', 'vietnam')
    .asked('deceased.idKind', 'old-card')
    .doesNotKnow('deceased.nationalId')
    .asked('deceased.residence', home)
    .doesNotKnow('deceased.residenceKind');
}

function toTheEnd(table: Interview): Interview {
  return table
    .asked('copies.wanted', no)
    .asked('result.way', 'paper')
    .passes('result.afterwards')
    .isNotAsked('document.requesterId');
}

describe('a death in the hospital, reported within the week', () => {
  const table = atTheTable()
    .askedInVain('death.date', born(1941), 'date-before')
    .asked('death.date', born(2026, 11, 23))
    .isNotAsked('death.since', 'death.registeredBefore')
    .asked('death.time', '04:30')
    .asked('death.setting', 'health-facility')
    .asked('death.place', inVillage('Bệnh viện', '14923'))
    .asked('death.cause', 'tuổi già')
    .asked('notice.has', yes)
    .doesNotKnow('notice.number')
    .asked('notice.issuedBy', 'Bệnh viện')
    .asked('notice.issuedOn', born(2026, 11, 23))
    .asked('deceased.allowance', 'pension')
    .isWarned('allowance-to-be-stopped');
  toTheEnd(table)
    .askedInVain('document.deathProof', hasNone, 'document-missing')
    .asked('document.deathProof', photographs('death-notice'))
    .asked('signature.requester', signs)
    .isAtTheEnd();

  it('is free, the same day, with the last day on time fifteen days after the death', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'on-time',
      fee: { kind: 'free' },
      limit: { kind: 'same-day', cutoff: '15:00' },
    });
    expect(table.evaluation.filingDeadlines).toMatchObject([{ lastDay: '2026-12-08', overdueDays: 0 }]);
  });

  it('leads on to burial support', () => {
    expect(table.evaluation.followUps).toContain('burial-support');
  });
});

describe('a death at home, reported a day late', () => {
  const table = atTheTable()
    .asked('death.date', born(2026, 11, 12))
    .isWarned('late-filing')
    .asked('death.since', 'late')
    .asked('death.registeredBefore', no)
    .doesNotKnow('death.time')
    .asked('death.setting', 'home')
    .asked('death.place', home)
    .doesNotKnow('death.cause')
    .asked('notice.has', no)
    .isWarned('home-death-paper')
    .isNotAsked('notice.number', 'notice.issuedBy', 'notice.issuedOn')
    .asked('deceased.allowance', 'none');

  it('can be sent before the commune has issued the paper in place of a death notice', () => {
    toTheEnd(table)
      .asked('document.deathProof', hasNone)
      .asked('signature.requester', witnessSigns('Lò Thị Én'))
      .isAtTheEnd()
      .mayFinish();
  });

  it('is late, with a fee that the commune must say, and says by how many days', () => {
    expect(table.evaluation.case).toMatchObject({
      id: 'late',
      fee: { kind: 'province-table', confirmed: false },
    });
    expect(table.evaluation.filingDeadlines).toMatchObject([{ lastDay: '2026-11-27', overdueDays: 1 }]);
  });
});

describe('somebody of whom only the year of death is known', () => {
  const onlyTheYear = (year: number) => atTheTable().asked('death.date', born(year));

  it('is not given a day: the family says how long ago it was', () => {
    const table = onlyTheYear(1987);
    expect(table.evaluation.case).toBeUndefined();
    table.asked('death.since', 'long-ago').asked('death.registeredBefore', no).isNotAsked('death.time');
    expect(table.evaluation.case).toMatchObject({ id: 'long-ago' });
    expect(table.evaluation.submission['death.date']).toEqual({ year: 1987 });
    expect(table.evaluation.filingDeadlines).toEqual([]);
  });

  it('may still be on time, where it was this year', () => {
    const table = onlyTheYear(2026).asked('death.since', 'within').isNotAsked('death.registeredBefore');
    expect(table.evaluation.case).toMatchObject({ id: 'on-time' });
  });

  it('cannot be called recent where the day is known to be later', () => {
    atTheTable()
      .asked('death.date', born(2026, 3, 4))
      .askedInVain('death.since', 'within', 'choice-not-offered');
  });
});

it('a death registered before: stopped, and led to a copy or to registering again', () => {
  atTheTable()
    .asked('death.date', born(2019, 5, 1))
    .asked('death.since', 'long-ago')
    .asked('death.registeredBefore', yes)
    .isStopped('registered-before');
});

it('nothing is sent without consent', () => {
  new Interview('death-registration', today)
    .asked('consent.submit', refuses)
    .isStopped('consent-submit-dossier');
});

it('somebody whom the family sends brings a written authorisation', () => {
  const table = atTheTable('authorised');
  const due = table.evaluation.documents.find((one) => one.document.id === 'authorisation');
  expect(due).toMatchObject({ required: true, satisfied: false });
  table.goesBackTo('document.authorisation').asked('document.authorisation', photographs());
});

it('who has a card shows it, and that is enough', () => {
  const table = atTheTable().goesBackTo('requester.idKind').asked('requester.idKind', 'identity-card');
  table.goesBackTo('document.requesterId').asked('document.requesterId', shows);
  const due = table.evaluation.documents.find((one) => one.document.id === 'requester-id');
  expect(due).toMatchObject({ required: true, satisfied: true });
});
