// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Failed } from '../../../../../../src/client/features/office/common/Failed.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it('brings what failed into view at each try, and goes without a fault where the browser promises its scrolling', () => {
  const scroll = vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => Promise.resolve());
  const failed = (problem: { readonly kind: 'conflict' }) => (
    <Failed problem={problem}>Đã có người khác</Failed>
  );
  const { rerender, unmount } = render(failed({ kind: 'conflict' }));
  expect(screen.getByText('Đã có người khác')).toBeTruthy();
  rerender(failed({ kind: 'conflict' }));
  expect(scroll).toHaveBeenCalledTimes(2);
  unmount();
});
