import { expect, it } from 'vitest';
import { openWork, sealWork, stateOfWork } from '../../../../src/contract/field-work/sealed-work.ts';
import { generateKeyPair } from '../../../../src/contract/keys.ts';
import type { FieldWork } from '../../../../src/contract/operations/field-work.ts';
import { sampleSupplement } from '../../../support/seal/samples.ts';

const work: FieldWork = { visits: [], supplements: [sampleSupplement()], appointments: [], problems: [] };
const staffId = '0190a1b2-0000-7000-8000-00000000000a';

it('opens with the key and for the person it was sealed for, and for nobody else', async () => {
  const key = await generateKeyPair('sealing');
  const sealed = await sealWork(work, { staffId, key });
  expect(await openWork(sealed, { staffId, key })).toEqual(work);
  expect(await openWork(sealed, { staffId: work.supplements[0]?.id ?? '', key })).toBeUndefined();
  expect(await openWork(sealed, { staffId, key: await generateKeyPair('sealing') })).toBeUndefined();
  for (const at of [0, 70, sealed.length - 1]) {
    const damaged = sealed.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(await openWork(damaged, { staffId, key })).toBeUndefined();
  }
});

it('has a state that follows from what is in it, in whatever order it was put there', async () => {
  const { answers, ...rest } = sampleSupplement();
  const again: FieldWork = {
    problems: [],
    appointments: [],
    supplements: [{ answers, ...rest }],
    visits: [],
  };
  expect(await stateOfWork(again)).toBe(await stateOfWork(work));
  const other: FieldWork = { ...work, supplements: [sampleSupplement({ reason: 'Khác' })] };
  expect(await stateOfWork(other)).not.toBe(await stateOfWork(work));
});
