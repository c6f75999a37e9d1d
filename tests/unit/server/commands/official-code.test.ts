import { describe, expect, it } from 'vitest';
import { officialCode } from '../../../../src/server/commands/official-code.ts';

describe('official code', () => {
  it('is unit, day and order number', () => {
    expect(officialCode('000.17.22.H56', new Date('2021-05-31T09:00:00+07:00'), 1)).toBe(
      '000.17.22.H56-210531-0001',
    );
  });

  it('takes the day in Việt Nam, not in London', () => {
    expect(officialCode('H56', new Date('2026-11-22T17:00:00Z'), 42)).toBe('H56-261123-0042');
    expect(officialCode('H56', new Date('2026-11-22T16:59:59Z'), 42)).toBe('H56-261122-0042');
  });

  it('grows beyond four digits instead of starting again', () => {
    expect(officialCode('H56', new Date('2026-11-23T09:00:00+07:00'), 12_345)).toBe('H56-261123-12345');
  });
});
