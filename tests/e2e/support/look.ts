import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { HOME_LANGUAGE, screenLanguages, wholeLanguages } from '../../../src/client/i18n/languages.ts';
import { speak } from './screen-language.ts';
import { isForFingers, type Screen } from './screens.ts';
import { smallTargets } from './targets.ts';

/*
 * Axe on every screen, in each language, at three sizes. A walk is long and a look is short, so the story stands still while
 * the screen changes its size and its language, and goes on as it was.
 */

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = [
  { width: 800, height: 1280 },
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
] as const;

/** `npm run test:axe` sets it: each language at each size. Otherwise Vietnamese has three sizes and the others one each. */
export const WHOLE_MATRIX = 'AXE_WHOLE_MATRIX';

interface View {
  readonly language: string;
  readonly size: { readonly width: number; readonly height: number };
}

/**
 * Looks at the screen as it stands: axe finds nothing, on field screens each target is large enough, nothing sticks out
 * sideways. What is found is told at the end of the story, which goes on.
 */
export async function look(page: Page, screen: Screen): Promise<void> {
  const stood = page.viewportSize() ?? SIZES[2];
  const focused = await page.evaluateHandle(() => document.activeElement);
  const found: string[] = [];
  for (const { language, size } of viewsOf(screen)) {
    await page.setViewportSize(size);
    await speak(page, language);
    const troubles = [...(await violations(page, screen)), ...(await sticksOut(page))];
    if (isForFingers(screen)) troubles.push(...(await smallTargets(page)));
    found.push(...troubles.map((one) => `${screen}, ${language}, ${size.width}x${size.height}: ${one}`));
  }
  await page.setViewportSize(stood);
  await speak(page, HOME_LANGUAGE);
  await focused.evaluate((element) => element instanceof HTMLElement && element.focus());
  expect.soft(found).toEqual([]);
}

function viewsOf(screen: Screen): View[] {
  const isWhole = process.env[WHOLE_MATRIX] === '1';
  // Each screen begins at another size, so that over the road each language is seen at each.
  const turn = [...screen].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  // The office has the whole languages alone: no pack is chosen there.
  const languages: readonly string[] = isForFingers(screen) ? screenLanguages : wholeLanguages;
  return languages.flatMap((language, index) => {
    const isSeenAtAll = isWhole || language === HOME_LANGUAGE;
    return SIZES.filter((_, at) => isSeenAtAll || at === (turn + index) % SIZES.length).map((size) => ({
      language,
      size,
    }));
  });
}

interface AxeResult {
  readonly passes: readonly unknown[];
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

/** What axe finds on the page as it stands, one line each: rule, element, why. */
export async function violations(page: Page, screen: string): Promise<string[]> {
  await atRest(page);
  const result = await runAxe(page);
  expect(result.passes.length, `axe looked at nothing on: ${screen}`).toBeGreaterThan(5);
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}

/** What moves for a moment has come to its end: a look is at a screen, not at a change between two. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });
}

/** Axe is half a megabyte of script: it is brought to a page once and stays until the page is loaded anew. */
async function runAxe(page: Page): Promise<AxeResult> {
  if (!(await page.evaluate(() => 'axe' in window))) await new AxeBuilder({ page }).setLegacyMode().analyze();
  return await page.evaluate(async (rules) => {
    const { axe } = window as unknown as {
      axe: { run: (on: Document | Element, options: object) => Promise<AxeResult> };
    };
    const tags = { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] };
    const { passes, violations } = await axe.run(document, tags);
    const standing = [];
    for (const { id, nodes } of violations) {
      const kept = [];
      for (const node of nodes) {
        // Half under the foot, which stays in view, a target is small only until the page is moved a little.
        const element = document.querySelector(String(node.target[0]));
        if (id !== 'target-size' || element === null) kept.push(node);
        else {
          element.scrollIntoView({ block: 'center' });
          const again = await axe.run(element, { runOnly: { type: 'rule', values: [id] } });
          kept.push(...again.violations.flatMap((one) => one.nodes));
        }
      }
      standing.push({ id, nodes: kept });
    }
    return { passes, violations: standing };
  }, RULES);
}

async function sticksOut(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return wide > 0 ? [`${wide} px too wide`] : [];
}
