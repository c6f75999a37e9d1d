import { describe, expect, it } from 'vitest';
import { DossierEventKind, isAllowed, life, OfficeAction } from '../../../../src/domain/dossier/actions.ts';
import { readSlipCode } from '../../../../src/domain/dossier/look-up.ts';
import { formatOfficialCode, isUnitCode } from '../../../../src/domain/dossier/official-code.ts';
import { DossierStatus, statusFacts } from '../../../../src/domain/dossier/status.ts';

describe('the life of a dossier', () => {
  it('carries the numbers of the National Portal, one to ten', () => {
    expect(DossierStatus.options.map((status) => statusFacts[status].number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('ends where the National Portal has it end, and stops the clock while the citizen is asked', () => {
    const final = DossierStatus.options.filter((status) => statusFacts[status].final);
    expect(final).toEqual(['refused', 'withdrawn', 'stopped', 'returned']);
    const running = DossierStatus.options.filter((status) => statusFacts[status].clockRuns);
    expect(running).toEqual(['accepted', 'in-progress']);
  });

  it('goes on from every status that is not final, and after one that is only papers and money go back', () => {
    for (const status of DossierStatus.options) {
      const possible = OfficeAction.options.filter((action) => isAllowed(action, status));
      if (statusFacts[status].final) expect(possible).toEqual(['refund-payment', 'give-back-papers']);
      else expect(possible.some((action) => life[action].to !== 'same')).toBe(true);
    }
  });

  it('cannot go back from what gives a code or a date, asks the citizen, takes money for good, or ends the work', () => {
    expect(OfficeAction.options.filter((action) => life[action].isFinal)).toEqual([
      'accept',
      'refuse',
      'request-supplement',
      'confirm-payment',
      'refund-payment',
      'extend',
      'stop',
      'withdraw',
      'finish',
      'return-result',
    ]);
  });

  it('records every action under a name of its own', () => {
    const names = OfficeAction.options.map((action) => life[action].recordedAs);
    expect(new Set(names).size).toBe(names.length);
    expect([...names, 'filed', 'supplemented'].sort()).toEqual([...DossierEventKind.options].sort());
  });
});

it('writes the official code with the date and four figures, more on a very busy day', () => {
  const of = { unitCode: '000.17.22.H56', day: '2021-05-31' };
  expect(formatOfficialCode({ ...of, number: 1 })).toBe('000.17.22.H56-210531-0001');
  expect(formatOfficialCode({ ...of, number: 9999 })).toBe('000.17.22.H56-210531-9999');
  expect(formatOfficialCode({ ...of, number: 10_000 })).toBe('000.17.22.H56-210531-10000');
});

it('begins official codes with what the public page finds them by, and with nothing else', () => {
  for (const unitCode of ['H56', 'G09.20', '000.17.22.H56', '000.00.14', `${'0'.repeat(22)}H56`]) {
    expect(isUnitCode(unitCode)).toBe(true);
    const code = formatOfficialCode({ unitCode, day: '2026-11-23', number: 12_345 });
    expect(readSlipCode(` ${code.toLowerCase()} `)).toBe(code);
  }
  for (const wrong of ['', 'H5', 'h56', 'H56-1', '.H56', 'TAM.1', 'H56 1', 'Đ56', '0'.repeat(26)])
    expect(isUnitCode(wrong)).toBe(false);
});
