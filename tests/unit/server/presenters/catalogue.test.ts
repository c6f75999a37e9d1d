import { expect, it } from 'vitest';
import { presentCatalogue } from '../../../../src/server/presenters/catalogue.ts';

const packs = [{ language: 'vi', version: 1 }];
const statesOn = (day: string) =>
  presentCatalogue(
    [
      { id: 'b', version: 2, validTo: '2027-02-28' },
      { id: 'b', version: 1 },
      { id: 'a', version: 1 },
    ],
    packs,
    day,
  ).procedures.map(({ id, version, state }) => `${id}${version} ${state}`);

it('the newest version is current, older ones are superseded, and all are retired when the newest has ended', () => {
  expect(statesOn('2027-02-28')).toEqual(['a1 current', 'b1 superseded', 'b2 current']);
  expect(statesOn('2027-03-01')).toEqual(['a1 current', 'b1 retired', 'b2 retired']);
});
