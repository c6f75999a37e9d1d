import { type RefObject, useLayoutEffect, useRef } from 'react';

/*
 * [Note: Nothing moves under the eye]
 * New lines come in above. Whoever reads further down, or has the focus on a line, must not see it jump: after each change the
 * list is scrolled by as much as the line that was at the top of the view, or that has the focus, has moved. At the very top, with
 * the focus elsewhere, new lines are what one waits for, and push the others down.
 */

interface Stood {
  /** By id, from the beginning of what is scrolled. */
  readonly tops: ReadonlyMap<string, number>;
  readonly order: readonly string[];
}

const lineId = (line: Element) => line.closest('[data-id]')?.getAttribute('data-id') ?? undefined;

/** Keeps lines where they are while others come and go, and the focus in the list when its line leaves. See: [Note: Nothing moves under the eye] */
export function useKeptPlace(list: RefObject<HTMLElement | null>, ids: readonly string[] | undefined): void {
  const stood = useRef<Stood | undefined>(undefined);
  // The focus is gone with its line before an effect could ask, so it is noted when it comes.
  const focused = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const note = (event: FocusEvent) => {
      focused.current = event.target instanceof Element ? lineId(event.target) : undefined;
    };
    const forget = (event: FocusEvent) => {
      if (event.relatedTarget !== null) focused.current = undefined;
    };
    element.addEventListener('focusin', note);
    element.addEventListener('focusout', forget);
    return () => {
      element.removeEventListener('focusin', note);
      element.removeEventListener('focusout', forget);
    };
  }, [list]);
  // After every render, not only when lines changed: a mark that makes a line taller, or a notice above, moves them as well.
  useLayoutEffect(() => {
    const element = list.current;
    const pane = scrollerOf(element);
    if (element === null || pane === null || ids === undefined) return;
    const before = stood.current;
    const origin = pane.getBoundingClientRect().top - pane.scrollTop;
    const tops = new Map<string, number>();
    for (const line of element.querySelectorAll<HTMLElement>('[data-id]'))
      tops.set(lineId(line) ?? '', line.getBoundingClientRect().top - origin);
    stood.current = { tops, order: ids };
    if (before === undefined) return;
    const anchor = focused.current ?? topmost(before, pane.scrollTop);
    const was = anchor === undefined ? undefined : before.tops.get(anchor);
    const is = anchor === undefined ? undefined : tops.get(anchor);
    if (was !== undefined && is !== undefined && was !== is) pane.scrollTop += is - was;
    if (
      focused.current !== undefined &&
      !tops.has(focused.current) &&
      document.activeElement === document.body
    )
      focusNear(element, before.order.indexOf(focused.current));
  });
}

/** The first line of the view; undefined at the very top. */
function topmost({ tops }: Stood, scrollTop: number): string | undefined {
  if (scrollTop <= 0) return undefined;
  return [...tops].find(([, top]) => top >= scrollTop)?.[0];
}

function focusNear(element: HTMLElement, place: number): void {
  const lines = element.querySelectorAll<HTMLElement>('[data-line]');
  lines[Math.min(Math.max(place, 0), lines.length - 1)]?.focus({ preventScroll: true });
}

function scrollerOf(element: HTMLElement | null): Element | null {
  for (let one = element?.parentElement ?? null; one !== null; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  return document.scrollingElement;
}
