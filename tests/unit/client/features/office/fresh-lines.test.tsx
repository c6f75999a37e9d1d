// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useFreshLines } from '../../../../../src/client/features/office/dossiers/useFreshLines.ts';

function following(first: readonly string[] | undefined) {
  const { result, rerender } = renderHook(
    ({ ids, openId }: { ids: readonly string[] | undefined; openId?: string }) => useFreshLines(ids, openId),
    { initialProps: { ids: first } },
  );
  return {
    fresh: () => [...result.current],
    now: (ids: readonly string[], openId?: string) =>
      rerender({ ids, ...(openId === undefined ? {} : { openId }) }),
  };
}

it('what comes in above is new until it is opened; what was there first is not', () => {
  const list = following(undefined);
  list.now(['c', 'b', 'a']);
  expect(list.fresh()).toEqual([]);
  list.now(['e', 'd', 'c', 'b', 'a']);
  expect(list.fresh()).toEqual(['e', 'd']);
  list.now(['e', 'd', 'c', 'b', 'a'], 'e');
  expect(list.fresh()).toEqual(['d']);
});

it('older lines that come up from below are not new, whether asked for or moved up', () => {
  const list = following(['d', 'c']);
  list.now(['d', 'c', 'b', 'a']);
  expect(list.fresh()).toEqual([]);
  list.now(['b', 'a', '9', '8']);
  expect(list.fresh()).toEqual([]);
});

it('the first of an empty list is new', () => {
  const list = following([]);
  list.now(['a']);
  expect(list.fresh()).toEqual(['a']);
});
