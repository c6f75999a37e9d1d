import { describe, expect, it } from 'vitest';
import { readinessBlockers } from '../../src/domain/account/readiness.ts';
import { Interview } from './interview.ts';
import { agrees, born, inVillage, no, refuses, signs, witnessSigns, yes } from './said.ts';

const today = '2026-11-22';

const atTheTable = () =>
  new Interview('account-registration', today)
    .asked('consent.register', agrees)
    .asked('consent.keepCopy', agrees)
    .asked('consent.ethnicity', agrees)
    .asked('consent.thumbprint', refuses)
    .asked('consent.contact', agrees);

const blockers = (table: Interview) =>
  readinessBlockers(table.evaluation.submission, today).map((blocker) => blocker.kind);

describe('an elder with one name, no card, no phone, and only a birth year', () => {
  const table = atTheTable()
    .asked('person.name', 'Pỏm')
    .asked('person.sex', 'female')
    .asked('person.birthDate', born(1948))
    .isNotAsked('person.underFourteen', 'guardian.name')
    .asked('person.ethnicity', 'Thái')
    .asked('person.residence', inVillage('bản Hiêu', '14959'))
    .asked('card.has', 'none')
    .isWarned('no-card')
    .isNotAsked('card.kind', 'card.issuedOn')
    .passes('card.number')
    .asked('phone.kind', 'none')
    .isWarned('no-phone')
    .isNotAsked('phone.number')
    .asked('trusted.wanted', yes)
    .asked('trusted.name', 'Lò Thị Én')
    .asked('trusted.relation', 'grandchild')
    .passes('trusted.phone')
    .asked('language.spoken', 'thai')
    .asked('language.reads', 'no')
    .asked('language.interpreter', yes)
    .passes('readiness.about')
    .asked('readiness.level', 'not-now')
    .isNotAsked('readiness.appointment')
    .asked('signature.person', witnessSigns('Lò Thị Én'))
    .isAtTheEnd();

  it('registers all the same', () => {
    table.mayFinish();
    expect(table.evaluation.case).toMatchObject({
      id: 'registration',
      limit: { kind: 'none' },
      fee: { kind: 'free' },
    });
  });

  it('keeps the year as a year', () => {
    expect(table.evaluation.submission['person.birthDate']).toEqual({ year: 1948 });
  });

  it('knows what stands between her and an electronic identity', () => {
    expect(blockers(table)).toEqual(['no-card', 'no-phone']);
  });
});

describe('somebody with card and smartphone', () => {
  const table = atTheTable()
    .askedInVain('person.name', 'Bùi Văn 2', 'name-has-digits')
    .asked('person.name', 'Bùi Văn Hải')
    .asked('person.sex', 'male')
    .askedInVain('person.birthDate', born(2027), 'date-in-future')
    .asked('person.birthDate', born(1988, 3, 9))
    .asked('person.ethnicity', 'Mường')
    .askedInVain('person.residence', { province: '38' }, 'place-incomplete')
    .asked('person.residence', inVillage('thôn Tân Thành', '14923'))
    .asked('card.has', 'here')
    .asked('card.kind', 'citizen-card')
    .askedInVain('card.number', '0380880001', 'id-not-twelve-or-nine-digits')
    .asked('card.number', '038088000123')
    .askedInVain('card.issuedOn', born(1987), 'date-before')
    .asked('card.issuedOn', born(2021, 4, 15))
    .asked('card.expiresOn', born(2026, 11, 21))
    .isWarned('card-expired')
    .asked('card.nameMatches', yes)
    .asked('phone.kind', 'smart')
    .asked('phone.sim', 'other-name')
    .isWarned('sim-other-name')
    .askedInVain('phone.number', '02373900900', 'phone-not-mobile')
    .asked('phone.number', '+84 912 345 678')
    .passes('phone.email')
    .asked('trusted.wanted', no)
    .asked('language.spoken', 'vietnamese')
    .asked('language.reads', 'well')
    .isNotAsked('language.interpreter')
    .passes('readiness.about')
    .asked('readiness.level', 'level-2')
    .asked('readiness.transport', no)
    .asked('readiness.appointment', yes)
    .asked('readiness.appointmentPlace', 'Công an xã')
    .asked('readiness.appointmentDate', born(2026, 12, 1))
    .asked('signature.person', signs)
    .isAtTheEnd();

  it('may finish with what is still to be mended written down', () => {
    table.mayFinish();
    expect(blockers(table)).toEqual(['card-expired', 'sim-other-name']);
    expect(table.evaluation.submission['phone.number']).toBe('0912345678');
  });
});

describe('a child under 14', () => {
  const upTo = (table: Interview) =>
    table
      .asked('person.ethnicity', 'Mông')
      .asked('person.residence', inVillage('bản Pù Toong', '14863'))
      .asked('card.has', 'none')
      .passes('card.number')
      .asked('phone.kind', 'none');

  it('registers with a parent, who has an own account and SIM or is told to get them', () => {
    const table = upTo(
      atTheTable()
        .asked('person.name', 'Giàng A Chu')
        .asked('person.sex', 'male')
        .asked('person.birthDate', born(2021, 8, 20)),
    )
      .asked('guardian.name', 'Giàng Thị Mỷ')
      .asked('guardian.relation', 'mother')
      .doesNotKnow('guardian.nationalId')
      .passes('guardian.phone')
      .asked('guardian.sim', 'own-name')
      .asked('guardian.levelTwo', no)
      .isWarned('guardian-without-level-two')
      .asked('trusted.wanted', no)
      .asked('language.spoken', 'other')
      .asked('language.spokenOther', 'tiếng Khơ Mú')
      .asked('language.reads', 'no')
      .asked('language.interpreter', yes)
      .passes('readiness.about')
      .askedInVain('readiness.level', 'level-2', 'under-six-level-one')
      .asked('readiness.level', 'level-1')
      .asked('signature.person', signs)
      .isAtTheEnd()
      .mayFinish();
    expect(blockers(table)).toEqual(['guardian-without-level-two']);
  });

  it('is asked for, where the birth year alone cannot tell', () => {
    const table = upTo(
      atTheTable()
        .asked('person.name', 'Giàng Thị Dợ')
        .asked('person.sex', 'female')
        .asked('person.birthDate', born(2012))
        .asked('person.underFourteen', yes),
    );
    table.asked('guardian.name', 'Giàng Thị Mỷ');
    table.goesBackTo('person.underFourteen').asked('person.underFourteen', no).isNotAsked('guardian.name');
  });
});
