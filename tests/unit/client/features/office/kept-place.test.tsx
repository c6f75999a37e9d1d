// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useKeptPlace } from '../../../../../src/client/features/office/dossiers/useKeptPlace.ts';

const LINE = 100;

function List({ ids }: { readonly ids: readonly string[] }) {
  const list = useRef<HTMLOListElement>(null);
  useKeptPlace(list, ids);
  return (
    <div data-testid="pane" style={{ overflowY: 'auto' }}>
      <ol ref={list}>
        {ids.map((id) => (
          <li key={id} data-id={id}>
            <a href={`#${id}`} data-line>
              {id}
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}

const pane = () => document.querySelector('[data-testid="pane"]') as HTMLElement;
const line = (id: string) => document.querySelector<HTMLElement>(`[data-id="${id}"] a`);

beforeEach(() => {
  // Lines one below the other, moved up by as much as the pane is scrolled; happy-dom lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const place = this.matches('li') ? [...(this.parentElement?.children ?? [])].indexOf(this) : undefined;
    return new DOMRect(0, place === undefined ? 0 : place * LINE - pane().scrollTop, 400, LINE);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
});

it('what comes in above pushes nothing away that is being read', () => {
  const { rerender } = render(<List ids={['c', 'b', 'a']} />);
  pane().scrollTop = 150;
  rerender(<List ids={['e', 'd', 'c', 'b', 'a']} />);
  expect(pane().scrollTop).toBe(150 + 2 * LINE);
});

it('at the very top new lines come into view, unless a line has the focus', () => {
  const { rerender } = render(<List ids={['b', 'a']} />);
  rerender(<List ids={['c', 'b', 'a']} />);
  expect(pane().scrollTop).toBe(0);
  line('b')?.focus();
  rerender(<List ids={['d', 'c', 'b', 'a']} />);
  expect(pane().scrollTop).toBe(LINE);
  expect(document.activeElement).toBe(line('b'));
});

it('a line that leaves gives the focus to the one that takes its place', () => {
  const { rerender } = render(<List ids={['c', 'b', 'a']} />);
  line('b')?.focus();
  rerender(<List ids={['c', 'a']} />);
  expect(document.activeElement).toBe(line('a'));
});
