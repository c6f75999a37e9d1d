import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/client/i18n/fold-text.ts';
import {
  civilDate,
  formatDate,
  formatDateTime,
  formatMegabytes,
  formatMoment,
  formatMoney,
  formatNumber,
  formatParams,
} from '../../../../src/client/i18n/formats.ts';

const t = Object.assign((key: string, params?: object) => `${key} ${JSON.stringify(params)}`, {
  find: () => undefined,
  sentence: (key: string) => ({ text: key }),
});

describe('formats', () => {
  it('never shows a date as rules compare it, and leaves every other value as it is', () => {
    expect(
      formatParams({ earliest: '2026-11-23', month: '1968-03', year: '1968', max: 4, character: '2026-' }),
    ).toEqual({ earliest: '23/11/2026', month: '03/1968', year: '1968', max: 4, character: '2026-' });
  });

  it('groups large numbers, writes halves with a comma, and leaves a year alone', () => {
    expect([12_500, 1968, 12.5, -120_000, 1_234_567.25].map(formatNumber)).toEqual([
      '12.500',
      '1968',
      '12,5',
      '-120.000',
      '1.234.567,25',
    ]);
  });

  it('writes dates as people here do, whole or in part', () => {
    expect([formatDate('2026-11-23'), formatDate('1968-03'), formatDate('1968')]).toEqual([
      '23/11/2026',
      '03/1968',
      '1968',
    ]);
  });

  it('keeps to the time of Việt Nam across midnight in UTC', () => {
    expect(formatDateTime('2026-11-22T18:05:00Z')).toBe('01:05 23/11/2026');
    expect(civilDate('2026-12-31T17:00:00Z')).toBe('2027-01-01');
  });

  it('says today, yesterday and other days apart', () => {
    const now = new Date('2026-11-23T03:00:00Z');
    expect(formatMoment('2026-11-22T17:01:00Z', now, t)).toBe('00:01');
    expect(formatMoment('2026-11-22T16:59:00Z', now, t)).toContain('time.yesterday');
    expect(formatMoment('2026-11-01T03:00:00Z', now, t)).toBe('10:00 01/11');
    expect(formatMoment('2025-11-01T03:00:00Z', now, t)).toBe('10:00 01/11/2025');
  });

  it('groups đồng by thousands', () => {
    expect([0, 999, 20_000, 1_234_567].map(formatMoney)).toEqual(['0 đ', '999 đ', '20.000 đ', '1.234.567 đ']);
  });

  it('never calls something nothing', () => {
    expect([0, 1, 420_000, 2_000_000, 12_345_678].map(formatMegabytes)).toEqual([
      '0 MB',
      '0,1 MB',
      '0,4 MB',
      '2 MB',
      '12 MB',
    ]);
  });

  it('folds accents in both spellings of one name', () => {
    expect(foldText('  Đặng  Thị Hường ')).toBe('dang thi huong');
    expect(foldText('Hường'.normalize('NFD'))).toBe(foldText('Hường'));
  });
});
