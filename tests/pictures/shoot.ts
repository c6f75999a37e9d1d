import { writeFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { withPalette } from './palette-png.ts';

const SCREENS = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 360, height: 740 },
] as const;

/** The office sits at a desk. */
const DESK = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
] as const;

/**
 * Keeps the screen as `docs/screenshots/<name>-<width>x<height>.png` in the three sizes of DESIGN.md section 5 (`desk`: the
 * two of the office; `too`: besides), and says on the console where something sticks out sideways: that is never meant.
 */
export async function shoot(
  page: Page,
  name: string,
  {
    whole = false,
    at,
    desk = false,
  }: { readonly whole?: boolean; readonly at?: Locator; readonly desk?: boolean | 'too' } = {},
): Promise<void> {
  const screens = desk === 'too' ? [DESK[0], ...SCREENS] : desk ? DESK : SCREENS;
  for (const screen of screens) {
    await page.setViewportSize(screen);
    await page.getByText(/^(Đang lưu…|Saving…)$/).waitFor({ state: 'detached' });
    await page.evaluate(() => document.fonts.ready.then(() => window.scrollTo(0, 0)));
    if (at !== undefined) await at.scrollIntoViewIfNeeded();
    await page.waitForTimeout(150);
    const size = `${screen.width}x${screen.height}`;
    const { wide, tall } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - window.innerWidth,
      tall: document.documentElement.scrollHeight - window.innerHeight,
    }));
    if (whole) await page.setViewportSize({ width: screen.width, height: screen.height + Math.max(0, tall) });
    if (wide > 0) console.log(`${name}-${size}: ${wide} px too wide`);
    if (tall > 0) console.log(`${name}-${size}: scrolls ${tall} px`);
    const png = await page.screenshot({
      animations: 'disabled',
      caret: 'hide',
    });
    writeFileSync(`docs/screenshots/${name}-${size}.png`, withPalette(png));
  }
  await page.setViewportSize(SCREENS[0]);
}
