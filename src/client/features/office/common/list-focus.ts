/*
 * The list on the screen marks its lines with `data-line` and its search box with `data-search`; keys move the real
 * focus among them, so Enter, screen readers and the address bar all work as with the mouse.
 */

/** Puts the focus into the search box of the screen; false where it has none. */
export function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('input[data-search]');
  box?.focus();
  box?.select();
  return box !== null;
}

/** Moves to the next or previous line; from outside the list to its chosen or first line. False when nothing moved. */
export function moveInList(step: 1 | -1, from: 'anywhere' | 'only-within' = 'anywhere'): boolean {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-line]')];
  const at = lines.findIndex((line) => line.matches(':focus'));
  if (at === -1 && from === 'only-within') return false;
  const chosen = lines.findIndex((line) => line.getAttribute('aria-current') !== null);
  const next = at === -1 ? Math.max(chosen, 0) : at + step;
  const line = lines[next];
  line?.focus();
  line?.scrollIntoView({ block: 'nearest' });
  return line !== undefined;
}
