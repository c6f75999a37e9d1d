import { expect, it } from 'vitest';
import { presentCatalogue } from '../../../../src/server/presenters/catalogue.ts';
import type { VersionFacts } from '../../../../src/server/procedure-states.ts';

const packs = [{ language: 'vi', version: 1 }];

function version(
  id: string,
  number: number,
  more: Partial<VersionFacts> & { readonly digest?: string } = {},
) {
  return {
    ...{ id, version: number, stored: 'shipped' as const, from: null, digest: null },
    ...{ validFrom: undefined, validTo: undefined },
    ...more,
  };
}

const toldOn = (day: string, versions: readonly ReturnType<typeof version>[]) =>
  presentCatalogue(versions, packs, day).procedures.map(
    (one) => `${one.id}${one.version} ${one.state}${one.digest === undefined ? '' : ` ${one.digest}`}`,
  );

it('the newest version is current, older ones are superseded, and all are retired when the newest has ended', () => {
  const versions = [version('a', 1), version('b', 1), version('b', 2, { validTo: '2027-02-28' })];
  expect(toldOn('2027-02-28', versions)).toEqual(['a1 current', 'b1 superseded', 'b2 current']);
  expect(toldOn('2027-03-01', versions)).toEqual(['a1 current', 'b1 retired', 'b2 retired']);
});

it('a published version is told from its day on, with its digest; a draft never', () => {
  const versions = [
    version('a', 1),
    version('a', 2, { stored: 'published', from: '2026-12-01', digest: 'D2' }),
    version('a', 3, { stored: 'draft', digest: 'D3' }),
  ];
  expect(toldOn('2026-11-30', versions)).toEqual(['a1 current']);
  expect(toldOn('2026-12-01', versions)).toEqual(['a1 superseded', 'a2 current D2']);
});

it('a version whose law begins later waits, and the one before it goes on', () => {
  const versions = [version('a', 1, { validTo: '2027-02-28' }), version('a', 2, { validFrom: '2027-03-01' })];
  expect(toldOn('2027-02-28', versions)).toEqual(['a1 current']);
  expect(toldOn('2027-03-01', versions)).toEqual(['a1 superseded', 'a2 current']);
});

it('where the newest was withdrawn the one before it is current again; where all were, nothing is', () => {
  const withdrawn = { stored: 'withdrawn' as const, from: '2026-12-01', digest: 'D2' };
  expect(toldOn('2026-12-05', [version('a', 1), version('a', 2, withdrawn)])).toEqual([
    'a1 current',
    'a2 withdrawn D2',
  ]);
  expect(toldOn('2026-12-05', [version('a', 1, { stored: 'withdrawn' })])).toEqual(['a1 withdrawn']);
});
