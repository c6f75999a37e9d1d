import { describe, expect, it } from 'vitest';
import { defaultDevicePolicy } from '../../../../src/contract/down/device-policy.ts';
import type { Settings } from '../../../../src/contract/operations/office.ts';
import { defaultAnswerTimes } from '../../../../src/domain/problem/answer-time.ts';
import { settingsProblem } from '../../../../src/server/commands/save-settings.ts';

const good: Settings = {
  unitCode: { value: '000.00.00.H56', confirmed: false },
  closingTime: '17:00',
  years: [
    {
      year: 2026,
      status: 'confirmed',
      off: [{ date: '2026-09-02', confirmed: true }],
      makeup: [{ date: '2026-08-22', confirmed: false }],
      source: 'thông báo',
    },
  ],
  activation: { days: 90, confirmed: false },
  tablets: defaultDevicePolicy,
  answerTimes: defaultAnswerTimes,
};
const year = good.years[0];
if (year === undefined) throw new Error('no year');

describe('settings as a whole', () => {
  it('accepts good ones', () => {
    expect(settingsProblem(good)).toBeUndefined();
  });

  it.each<[string, Settings]>([
    ['a time that is none', { ...good, closingTime: '25:00' }],
    ['five in the morning for five in the afternoon', { ...good, closingTime: '05:00' }],
    ['closing before the last dossier of the day is taken', { ...good, closingTime: '15:00' }],
    ['a unit code with a dash', { ...good, unitCode: { value: 'H56-1', confirmed: true } }],
    ['a unit code in small letters', { ...good, unitCode: { value: 'h56', confirmed: true } }],
    [
      'tablets that hold before they warn',
      {
        ...good,
        tablets: {
          ...good.tablets,
          guard: { ...good.tablets.guard, unsentDays: { warn: 9, hold: 8 } },
        },
      },
    ],
    ['a year twice', { ...good, years: [year, year] }],
    [
      'a day of another year',
      { ...good, years: [{ ...year, off: [{ date: '2027-01-01', confirmed: true }] }] },
    ],
    ['a day both off and worked', { ...good, years: [{ ...year, makeup: year.off }] }],
    [
      'a year without work',
      {
        ...good,
        years: [
          {
            ...year,
            off: Array.from({ length: 101 }, (_, i) => ({
              date: new Date(Date.UTC(2026, 0, i + 1)).toISOString().slice(0, 10),
              confirmed: true,
            })),
          },
        ],
      },
    ],
  ])('refuses %s', (_name, settings) => {
    expect(settingsProblem(settings)).toBeTypeOf('string');
  });
});
