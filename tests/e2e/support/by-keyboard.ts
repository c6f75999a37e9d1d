import { expect, type Page } from '@playwright/test';

/* What somebody does who has neither finger nor mouse: Tab, arrows, space bar, Enter, letters. */

/** What the person says to one question, by keys. */
export type Typed =
  | string
  | readonly string[]
  | { readonly village: string; readonly detail?: string }
  | { readonly choose: string; readonly photo: Buffer };

/** Presses a key; where something has the focus after it, whoever looks can see what. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => page.evaluate(hiddenFocus), { message: `after ${key}` }).toBeUndefined();
}

/** Why the focus is not seen, or undefined where it is. Headings take it only to be read out, and need no ring. */
function hiddenFocus(): string | undefined {
  const focused = document.activeElement;
  if (focused === null || !focused.matches('a, button, input, select, textarea, [tabindex="0"]'))
    return undefined;
  const name = `${focused.tagName} "${(focused.closest('label') ?? focused).textContent?.trim().slice(0, 40)}"`;
  const around = [focused, focused.closest('label'), focused.parentElement].filter((one) => one !== null);
  const isRinged = around.some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  });
  if (!isRinged) return `${name} has no ring`;
  const shown = focused.closest('label') ?? focused;
  const { left, top, width, height } = shown.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return `${name} is outside the screen`;
  const atop = document.elementFromPoint(x, y);
  if (atop === null || !(shown.contains(atop) || atop.contains(shown))) return `${name} is covered`;
  return undefined;
}

/** Tabs until what has the focus is what was looked for; fails where the keyboard cannot get there. */
export async function tabTo<Wanted>(
  page: Page,
  wanted: Wanted,
  isIt: (focused: Element, wanted: Wanted) => boolean,
): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await press(page, 'Tab');
    const focused = page.locator('body *:focus');
    if ((await focused.count()) === 1 && (await focused.evaluate(isIt as never, wanted))) return;
  }
  throw new Error(`the keyboard does not reach ${JSON.stringify(wanted)}`);
}

/** Goes to the link or button that begins with these words, and takes it. */
export async function take(page: Page, words: string): Promise<void> {
  await tabTo(
    page,
    words,
    (focused, wanted) =>
      focused.matches('a, button') && (focused.textContent ?? '').trim().startsWith(wanted),
  );
  await page.keyboard.press('Enter');
}

/** Goes to the answers among which these words are, and moves to them with the arrows. */
export async function choose(page: Page, words: string): Promise<void> {
  await tabTo(page, words, (focused, wanted) => {
    if (!(focused instanceof HTMLInputElement) || focused.type !== 'radio') return false;
    const group = document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(focused.name)}"]`);
    return [...group].some((one) => one.closest('label')?.textContent?.includes(wanted));
  });
  await press(page, 'Space');
  for (let presses = 0; presses < 60; presses++) {
    const isThere = await page.locator('input:focus').evaluate((input, wanted) => {
      const said = input.closest('label')?.querySelector('span:not([aria-hidden])')
        ?.childNodes[0]?.textContent;
      return said?.trim() === wanted;
    }, words);
    if (isThere) return;
    await press(page, 'ArrowDown');
  }
  throw new Error(`the arrows do not reach "${words}"`);
}

/** Goes to the text box of that name, or the first of the question, and types. */
export async function type(page: Page, text: string, label = ''): Promise<void> {
  await tabTo(page, label, (focused, wanted) => {
    const isBox = focused.matches(
      'main [data-question] input:not([type=radio], [type=checkbox], [type=file])',
    );
    const name = [...((focused as HTMLInputElement).labels ?? [])].map((one) => one.textContent).join(' ');
    return isBox && name.includes(wanted);
  });
  await page.keyboard.type(text);
}

declare global {
  interface Window {
    /** Each height, in pixels, that the picture of the question has had. */
    pictureHeights?: Set<number>;
  }
}

/** Notes how high the picture is whenever it is put there or begins to load: before it is decoded. */
function watchPicture(): void {
  const heights = new Set<number>();
  window.pictureHeights = heights;
  new MutationObserver(() => {
    const picture = document.querySelector('main [data-question] img');
    if (picture !== null) heights.add(picture.getBoundingClientRect().height);
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ['src'] });
}

/** Answers the question on the screen. Two words for one question: what is looked for, and what is taken of what is found. */
export async function answerByKeyboard(page: Page, said: Typed): Promise<void> {
  const block = page.locator('main [data-question]');
  if (typeof said === 'object' && 'village' in said) {
    const [here] = await block.locator('label').allTextContents();
    if (here === undefined) throw new Error('no place to choose');
    await tabTo(page, '', (focused) => focused.matches('main [data-question] input[type=radio]'));
    await press(page, 'Space');
    await type(page, said.village, 'Thôn, bản');
    if (said.detail !== undefined) await type(page, said.detail, 'Số nhà');
    return;
  }
  if (typeof said === 'object' && 'photo' in said) {
    await choose(page, said.choose);
    const choosing = page.waitForEvent('filechooser');
    await take(page, 'Chụp ảnh');
    await page.evaluate(watchPicture);
    await (await choosing).setFiles({ name: 'page.png', mimeType: 'image/png', buffer: said.photo });
    await expect(block.getByRole('button', { name: 'Dùng ảnh này' })).toBeVisible();
    const picture = block.getByRole('img', { name: 'Ảnh vừa chụp' });
    await expect
      .poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalHeight))
      .toBeGreaterThan(0);
    // What is decoded late pushes nothing out of sight, or from under a finger.
    expect(
      await picture.evaluate((one) => window.pictureHeights?.add(one.getBoundingClientRect().height).size),
    ).toBe(1);
    await take(page, 'Dùng ảnh này');
    await expect(block.locator('img')).toBeVisible();
    return;
  }
  for (const words of typeof said === 'string' ? [said] : said) {
    if ((await block.getByRole('searchbox').count()) > 0) await type(page, words);
    if ((await block.getByRole('radio').count()) > 0) await choose(page, words);
    else await type(page, words);
  }
}

/** Answers question after question, each with Enter at its end, until the read-back or an id without words. */
export async function talkByKeyboard(
  page: Page,
  conversation: Readonly<Record<string, Typed>>,
): Promise<string | undefined> {
  const asked = page.locator('main [data-question]');
  const readBack = page.getByRole('heading', { name: 'Đọc lại cho người dân nghe' });
  for (let count = 0; count < 120; count++) {
    await expect(asked.or(readBack).first()).toBeAttached();
    if ((await asked.count()) === 0) return undefined;
    const question = (await asked.getAttribute('data-question')) ?? '';
    const said = conversation[question];
    if (said === undefined) return question;
    if (said !== '') await answerByKeyboard(page, said);
    await goOnByKeyboard(page);
    await expect(page.locator(`main [data-question="${question}"]`)).toHaveCount(0);
  }
  throw new Error('the interview does not end');
}

/** Enter in an answer goes on; from anywhere else the way on is reached by Tab. */
async function goOnByKeyboard(page: Page): Promise<void> {
  const inAnswer = page.locator('main [data-question] input:focus');
  if ((await inAnswer.count()) === 0)
    await tabTo(page, '', (focused) => focused.matches('footer [type=submit]'));
  await page.keyboard.press('Enter');
}
