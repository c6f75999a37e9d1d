import type { Page } from '@playwright/test';

/** CSS pixels a finger needs on a field screen, both ways (DESIGN.md, "what the screens are like"). */
export const TARGET = 56;

/**
 * What can be touched on the screen as it stands and is smaller than `TARGET` either way, one line each. A radio button or
 * tick box is as large as the label around it; what is not shown or switched off counts for nothing.
 */
export async function smallTargets(page: Page): Promise<string[]> {
  return await page.evaluate((least) => {
    const touchable =
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=switch], [role=tab]';
    const areaOf = (element: Element): Element => {
      const isTicked = element instanceof HTMLInputElement && /^(radio|checkbox|file)$/.test(element.type);
      return (isTicked && (element.closest('label') ?? element.labels?.[0])) || element;
    };
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
    // Half a pixel of rounding is no smaller target.
    const isSmall = ({ width, height }: DOMRect) => Math.min(width, height) < least - 0.5;
    const dialogs = [...document.querySelectorAll('dialog[open]')];
    const within = dialogs.at(-1) ?? document;
    return [...within.querySelectorAll(touchable)]
      .filter((element) => !element.matches(':disabled'))
      .map(areaOf)
      .filter((element) => isShown(element) && isSmall(element.getBoundingClientRect()))
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
        return `small target: ${element.tagName.toLowerCase()} "${name.slice(0, 40)}" ${Math.round(width)}x${Math.round(height)}`;
      });
  }, TARGET);
}
