import { expect, it } from 'vitest';
import { loadShipped } from '../../../../src/client/procedures/shipped.ts';
import { nameShipped, Offer, shippedOffers } from '../../../../src/client/procedures/shipped-offers.ts';
import { getCurrentProcedure, procedures } from '../../../../src/procedures/catalogue.ts';

const ids = [...new Set(procedures.map(({ id }) => id))].sort();

it('the tablet lists what the catalogue has: each procedure once, in its newest version', () => {
  const offers = [...shippedOffers].sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(offers).toEqual(ids.map((id) => Offer.parse(getCurrentProcedure(id))));
});

it.each(procedures.map((one) => [`${one.id} ${one.version}`, one] as const))(
  'the tablet reads %s when it is needed, as the catalogue has it',
  async (_, definition) => {
    expect(await loadShipped(definition.id, definition.version)).toEqual(definition);
  },
);

it('what this build does not carry is not found', async () => {
  expect(await loadShipped('birth-registration', 99)).toBeUndefined();
  expect(await loadShipped('birth-registration', 0)).toBeUndefined();
  expect(await loadShipped('no-such-procedure', 1)).toBeUndefined();
  expect(await loadShipped('../blocks', 1)).toBeUndefined();
});

it.each(ids)('%s is named in both languages, with words to find it by', (id) => {
  const vietnamese = nameShipped(id, 'vi');
  expect(vietnamese.name.length * vietnamese.purpose.length * vietnamese.keywords.length).toBeGreaterThan(0);
  expect(nameShipped(id, 'en').name).not.toBe(vietnamese.name);
});
