import { type RefObject, useEffect, useRef, useState } from 'react';

interface Tried {
  /** Of the form whose fields are marked once it was tried. */
  readonly form: RefObject<HTMLFormElement | null>;
  readonly isTried: boolean;
  /** Somebody pressed the button that sends it. */
  setTried(): void;
}

/**
 * Whether a form was sent before it was whole. After each such try the first field that says what is wrong has the focus: in a
 * long form it stands out of view, and pressing would seem to do nothing.
 */
export function useTried(): Tried {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) focusFirstWrong(form.current);
  }, [tries]);
  return { form, isTried: tries > 0, setTried: () => setTries((before) => before + 1) };
}

/** What is wrong with a field stands in a note beside it, hidden while nothing is (ui/Field.tsx). */
function focusFirstWrong(form: HTMLFormElement | null): void {
  const said = form?.querySelector('[id$="-problem"]:not([hidden])');
  said?.parentElement?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
  said?.scrollIntoView({ block: 'center' });
}
