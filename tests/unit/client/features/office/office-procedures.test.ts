// @vitest-environment happy-dom
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createOfficeProcedures } from '../../../../../src/client/features/office/common/office-procedures.ts';
import { startTexts } from '../../../../../src/client/i18n/i18n.ts';
import { getProcedure } from '../../../../../src/contract/operations/procedures.ts';
import { getCurrentProcedure } from '../../../../../src/procedures/catalogue.ts';
import { answerWith, ok } from './office-server.ts';

const birth = getCurrentProcedure('birth-registration');
const published = { ...birth, version: 2 };
const path = `GET ${getProcedure.path.replace(':id', birth.id).replace(':version', '2')}`;
const answer = {
  package: { definition: JSON.parse(JSON.stringify(published)), texts: { vi: { name: 'Bản hai' } } },
  isWithdrawn: false,
};

beforeAll(() => startTexts());
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('reads what this build carries by itself, and asks the server for what was published', async () => {
  const asked = answerWith({ [path]: () => ok(answer) });
  const procedures = createOfficeProcedures();
  expect(await procedures.find(birth.id, 1)).toEqual({ kind: 'found', definition: birth });
  expect(asked).toEqual([]);
  expect(await procedures.find(birth.id, 2)).toEqual({ kind: 'found', definition: published });
  expect(asked.map(({ route }) => route)).toEqual([path]);
});

it('asks again for what could not be had, and not for what the server does not have', async () => {
  const procedures = createOfficeProcedures();
  globalThis.fetch = async () => {
    throw new TypeError('no network');
  };
  expect(await procedures.find(birth.id, 2)).toEqual({ kind: 'not-here' });
  answerWith({ [path]: () => ok(answer) });
  const told = new Promise<void>((resolve) => void procedures.subscribe(resolve));
  await vi.runOnlyPendingTimersAsync();
  await told;
  expect(await procedures.find(birth.id, 2)).toMatchObject({ kind: 'found' });
  expect(await procedures.find(birth.id, 3)).toEqual({ kind: 'not-here' });
  expect(vi.getTimerCount()).toBe(0);
});
