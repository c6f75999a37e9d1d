import { describe, expect, it } from 'vitest';
import {
  findPoliceVisit,
  isCardAtHome,
  readinessBlockers,
} from '../../../../src/domain/account/readiness.ts';
import type { Answers } from '../../../../src/domain/procedure/contract/answers.ts';

const today = '2026-11-22';
const ready: Answers = {
  'person.birthDate': { year: 1980 },
  'card.has': 'here',
  'card.kind': 'identity-card',
  'card.expiresOn': { year: 2030, month: 1, day: 1 },
  'card.nameMatches': 'yes',
  'phone.kind': 'smart',
  'phone.sim': 'own-name',
};
const kinds = (answers: Answers) => readinessBlockers(answers, today).map((blocker) => blocker.kind);

describe('what stands between a citizen and an electronic identity', () => {
  it('nothing, with a valid card and a SIM in their own name', () => {
    expect(kinds(ready)).toEqual([]);
  });

  it.each([
    ['no card', { 'card.has': 'none' }, ['no-card']],
    ['an old card of nine digits', { 'card.kind': 'old-card' }, ['card-too-old']],
    [
      'a card that ended yesterday',
      { 'card.expiresOn': { year: 2026, month: 11, day: 21 } },
      ['card-expired'],
    ],
    ['a card with another name', { 'card.nameMatches': 'no' }, ['card-name-differs']],
    ['no phone', { 'phone.kind': 'none' }, ['no-phone']],
    ["somebody else's SIM", { 'phone.sim': 'other-name' }, ['sim-other-name']],
    ['a SIM nobody knows the owner of', { 'phone.sim': { unknown: true } }, ['sim-owner-unknown']],
  ] satisfies [string, Answers, string[]][])('%s', (_, change, expected) => {
    expect(kinds({ ...ready, ...change })).toEqual(expected);
  });

  it('a card valid to the end of today, or of this year, is not over', () => {
    expect(kinds({ ...ready, 'card.expiresOn': { year: 2026, month: 11, day: 22 } })).toEqual([]);
    expect(kinds({ ...ready, 'card.expiresOn': { year: 2026 } })).toEqual([]);
  });

  it('an elder without card and phone has two things to mend, the card first', () => {
    expect(kinds({ 'person.birthDate': { year: 1948 }, 'card.has': 'none', 'phone.kind': 'none' })).toEqual([
      'no-card',
      'no-phone',
    ]);
  });

  it("a child's way goes through the guardian's SIM and account, not the child's phone", () => {
    const child: Answers = {
      'person.birthDate': { year: 2018, month: 5, day: 2 },
      'card.has': 'none',
      'phone.kind': 'none',
    };
    expect(kinds({ ...child, 'guardian.sim': 'own-name', 'guardian.levelTwo': 'yes' })).toEqual([]);
    expect(kinds({ ...child, 'guardian.sim': 'other-name', 'guardian.levelTwo': 'no' })).toEqual([
      'guardian-without-level-two',
      'guardian-sim-other-name',
    ]);
    expect(kinds({ ...child, 'guardian.sim': 'own-name', 'readiness.level': 'level-2' })).toEqual([
      'no-card',
    ]);
  });
});

describe('the visit to the police', () => {
  const wanted: Answers = { ...ready, 'readiness.level': 'level-2', 'readiness.transport': 'no' };

  it('is none while level 2 is not wanted', () => {
    expect(findPoliceVisit(ready)).toBeUndefined();
    expect(findPoliceVisit({ ...wanted, 'readiness.level': 'level-1' })).toBeUndefined();
  });

  it('says that no appointment was made yet', () => {
    expect(findPoliceVisit({ ...wanted, 'readiness.appointment': 'no' })).toEqual({
      kind: 'no-appointment',
      needsTransport: false,
    });
  });

  it('has place, date and who needs taking there; what was not said stays out', () => {
    const arranged: Answers = {
      ...wanted,
      'readiness.transport': 'yes',
      'readiness.appointment': 'yes',
      'readiness.appointmentPlace': 'Công an xã',
    };
    expect(findPoliceVisit(arranged)).toEqual({
      kind: 'appointment',
      needsTransport: true,
      place: 'Công an xã',
    });
    const date = { year: 2026, month: 12, day: 1 };
    expect(findPoliceVisit({ ...arranged, 'readiness.appointmentDate': date })).toMatchObject({ date });
  });

  it('needs the card that lies at home', () => {
    expect(isCardAtHome(ready)).toBe(false);
    expect(isCardAtHome({ ...ready, 'card.has': 'at-home' })).toBe(true);
  });
});
