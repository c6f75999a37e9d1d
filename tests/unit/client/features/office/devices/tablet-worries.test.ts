import { describe, expect, it } from 'vitest';
import {
  driftMinutes,
  type Tablet,
  worriesOf,
  worstFirst,
} from '../../../../../../src/client/features/office/devices/tablet-worries.ts';

const NOW = new Date('2026-11-22T10:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString();

function tablet(
  name: string,
  said: Partial<NonNullable<Tablet['health']>['said']> | null = {},
  more: Partial<Tablet> = {},
): Tablet {
  const heardAt = hoursAgo(1);
  return {
    id: '0190a1b2-0000-7000-8000-00000000000b',
    name,
    staff: [],
    enrolledAt: hoursAgo(24 * 60),
    lastSeenAt: heardAt,
    appVersion: '0.2.0',
    health:
      said === null
        ? null
        : {
            heardAt,
            said: {
              at: heardAt,
              drafts: 0,
              unsent: 0,
              attention: 0,
              oldestUnsentAt: null,
              space: { used: 1e6, free: 5e9 },
              persisted: true,
              catalogue: [],
              ...said,
            },
          },
    ...more,
  };
}
const kinds = (of: Tablet) => worriesOf(of, NOW).map(({ kind }) => kind);

describe('worries about a tablet', () => {
  it('none about one that is well, and none invented for one that never said anything', () => {
    expect(kinds(tablet('well'))).toEqual([]);
    expect(kinds(tablet('old app', null))).toEqual([]);
  });

  it.each([
    ['attention', { attention: 2, unsent: 2 }],
    ['not-kept', { persisted: false, drafts: 1 }],
    ['no-space', { space: { used: 1, free: 50 * 1024 * 1024 } }],
    ['old-unsent', { unsent: 1, oldestUnsentAt: hoursAgo(24 * 6) }],
    ['drift', { at: new Date(NOW.getTime() + 3_600_000).toISOString() }],
  ] as const)('%s', (kind, said) => {
    expect(kinds(tablet('x', said))).toEqual([kind]);
  });

  it('a tablet not seen for a week; storage that may be cleared only where something waits in it', () => {
    const lastSeenAt = hoursAgo(24 * 8);
    expect(kinds(tablet('away', null, { lastSeenAt }))).toEqual(['unseen']);
    expect(kinds(tablet('empty', { persisted: false }))).toEqual([]);
    expect(kinds(tablet('slow', { at: hoursAgo(1.1) }))).toEqual([]);
  });

  it('the worst first, the others as they came', () => {
    const list = [
      tablet('a'),
      tablet('drifting', { at: hoursAgo(5) }),
      tablet('b'),
      tablet('troubled', { attention: 1 }),
    ];
    expect(worstFirst(list, NOW).map(({ name }) => name)).toEqual(['troubled', 'drifting', 'a', 'b']);
  });

  it('drift is what the tablet is ahead', () => {
    const { health } = tablet('x', { at: hoursAgo(0.5) });
    expect(health && driftMinutes(health)).toBe(30);
  });
});
