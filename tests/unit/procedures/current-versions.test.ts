import { expect, it } from 'vitest';
import { getCurrentProcedure, procedures } from '../../../src/procedures/catalogue.ts';
import { currentVersions } from '../../../src/procedures/current-versions.ts';

it('names the version that new interviews begin with, for every procedure of the catalogue', () => {
  const ids = [...new Set(procedures.map(({ id }) => id))].sort();
  expect(currentVersions).toEqual(ids.map((id) => ({ id, version: getCurrentProcedure(id).version })));
});
