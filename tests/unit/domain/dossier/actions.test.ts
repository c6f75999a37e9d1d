import { describe, expect, it } from 'vitest';
import { foldActions, isAllowed } from '../../../../src/domain/dossier/actions.ts';
import { formatOfficialCode } from '../../../../src/domain/dossier/official-code.ts';
import { DossierStatus, statusFacts } from '../../../../src/domain/dossier/status.ts';

const filed = { kind: 'filed', at: '2026-11-23T09:00:00+07:00' } as const;
const accepted = {
  kind: 'accepted',
  at: '2026-11-23T10:00:00+07:00',
  officialCode: '000.00.00.H56-261123-0001',
  dueAt: '2026-11-25T17:00:00+07:00',
} as const;

describe('a dossier', () => {
  it('is registered when filed, and accepted after that with code and date', () => {
    expect(foldActions([filed])).toEqual({
      kind: 'state',
      state: {
        status: 'registered',
        receivedAt: filed.at,
        acceptedAt: null,
        officialCode: null,
        dueAt: null,
      },
    });
    expect(foldActions([filed, accepted])).toEqual({
      kind: 'state',
      state: {
        status: 'accepted',
        receivedAt: filed.at,
        acceptedAt: accepted.at,
        officialCode: accepted.officialCode,
        dueAt: accepted.dueAt,
      },
    });
  });

  it.each([
    ['nothing', [], 0],
    ['accepted before it was filed', [accepted], 0],
    ['filed twice', [filed, filed], 1],
    ['accepted twice', [filed, accepted, accepted], 2],
  ] as const)('with a record of %s is impossible', (_, actions, at) => {
    expect(foldActions(actions)).toEqual({ kind: 'impossible', at });
  });
});

describe('statuses', () => {
  it('carry the numbers of the National Portal, one to ten', () => {
    expect(DossierStatus.options.map((status) => statusFacts[status].number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('are final as the National Portal has it, and stop the clock while the citizen is asked', () => {
    const final = DossierStatus.options.filter((status) => statusFacts[status].final);
    expect(final).toEqual(['refused', 'withdrawn', 'stopped', 'returned']);
    const running = DossierStatus.options.filter((status) => statusFacts[status].clockRuns);
    expect(running).toEqual(['accepted', 'in-progress']);
  });

  it('let only a registered dossier be accepted', () => {
    expect(DossierStatus.options.filter((status) => isAllowed('accept', status))).toEqual(['registered']);
  });
});

it('writes the official code with the date and four figures, more on a very busy day', () => {
  const of = { unitCode: '000.17.22.H56', day: '2021-05-31' };
  expect(formatOfficialCode({ ...of, number: 1 })).toBe('000.17.22.H56-210531-0001');
  expect(formatOfficialCode({ ...of, number: 9999 })).toBe('000.17.22.H56-210531-9999');
  expect(formatOfficialCode({ ...of, number: 10_000 })).toBe('000.17.22.H56-210531-10000');
});
