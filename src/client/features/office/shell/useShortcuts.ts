import { useEffect } from 'react';
import { focusSearch, moveInList } from '../common/list-focus.ts';

interface Shortcuts {
  /** `/` where the present screen has no search box. */
  readonly onSearchElsewhere: () => void;
  readonly onHelp: () => void;
}

/** Keys of the console. They are silent while somebody types or a dialog is open. */
export function useShortcuts({ onSearchElsewhere, onHelp }: Shortcuts): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      switch (event.key) {
        case '/':
          event.preventDefault();
          if (!focusSearch()) onSearchElsewhere();
          return;
        case '?':
          event.preventDefault();
          onHelp();
          return;
        case 'j':
          moveInList(1);
          return;
        case 'k':
          moveInList(-1);
          return;
        case 'ArrowDown':
        case 'ArrowUp':
          // Elsewhere the arrows scroll, as people expect.
          if (moveInList(event.key === 'ArrowDown' ? 1 : -1, 'only-within')) event.preventDefault();
          return;
        default:
          pressButton(event);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onSearchElsewhere, onHelp]);
}

/** The letter of a button on the screen presses it; what cannot be taken back asks in a dialog of its own. */
function pressButton(event: KeyboardEvent): void {
  const key = event.key.toLowerCase();
  if (!/^[a-z]$/.test(key) || event.shiftKey) return;
  const button = document.querySelector<HTMLButtonElement>(
    `button[aria-keyshortcuts="${key}"]:not(:disabled)`,
  );
  if (button === null) return;
  event.preventDefault();
  // Focus first: a dialog gives it back to where it was.
  button.focus();
  button.click();
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null;
}
