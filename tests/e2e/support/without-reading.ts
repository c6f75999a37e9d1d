import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { flattenTexts } from '../../../src/client/i18n/nested-texts.ts';
import { answer, type Conversation, goOn } from './at-the-table.ts';

/*
 * Somebody who does not read: no letter can be seen on the screen. An answer is found by what its loudspeaker would say, and
 * known again by its drawing; names and numbers are typed by the staff, who hear them.
 */

/** Questions whose answers are proper names, which no phrase says: they have a drawing and are said by the device. */
const NAMES = /(ethnicity|residence|place)$/;

const NO_LETTERS = `
  * { color: transparent !important; -webkit-text-fill-color: transparent !important; }
  svg { color: #232c66 !important; }
`;

/** What a voice says for a phrase: the Vietnamese sentence that a recording of it was made from. */
function heard(phrase: string): string | undefined {
  const [file, key] = phrase.split(':');
  return flattenTexts(JSON.parse(readFileSync(`locales/vi/${file}.json`, 'utf8'))).get(key ?? '');
}

/** Takes all letters off the screen until the page is loaded anew; drawings and buttons stay. */
export async function hideLetters(page: Page): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, NO_LETTERS);
}

interface Card {
  readonly phrase: string | undefined;
  readonly drawing: string | undefined;
}

/** Answers question after question by ear and by eye; resolves with how many choices were made so. */
export async function talkWithoutReading(page: Page, conversation: Conversation): Promise<number> {
  const block = page.locator('main [data-question]');
  const readBack = page.locator('main h1', { hasText: 'Đọc lại cho người dân nghe' });
  let choices = 0;
  for (let count = 0; count < 120; count++) {
    await expect(block.or(readBack).first()).toBeAttached();
    if ((await block.count()) === 0) return choices;
    const question = (await block.getAttribute('data-question')) ?? '';
    const said = conversation[question];
    if (said === undefined) throw new Error(`nothing to say to ${question}`);
    const voice = page.locator('[data-voice]').first();
    const phrase = (await voice.getAttribute('data-phrase')) ?? '';
    expect(heard(phrase), `the question ${question} is a phrase`).toBeTruthy();
    await expect(page.locator('main svg[data-drawing]').first()).toBeVisible();
    const cards = await cardsOf(page);
    if (cards.length > 0) {
      expect(
        cards.map(({ drawing }) => drawing),
        `each answer to ${question} has a drawing`,
      ).not.toContain(undefined);
      expect(new Set(cards.map(({ drawing }) => drawing)).size, `drawings of ${question}`).toBe(cards.length);
    }
    const wanted = cards.findIndex((card) => card.phrase !== undefined && heard(card.phrase) === said);
    if (typeof said === 'string' && cards.length > 0 && !NAMES.test(question)) {
      expect(
        cards.map((card) => (card.phrase === undefined ? undefined : heard(card.phrase))),
        `each answer to ${question} is a phrase`,
      ).not.toContain(undefined);
      const card = block.locator('label', { has: page.locator('svg[data-drawing]') }).nth(wanted);
      await card.click();
      await expect(card.locator('input')).toBeChecked();
      choices++;
    } else await answer(page, said);
    await goOn(page, question);
  }
  throw new Error('the interview does not end');
}

async function cardsOf(page: Page): Promise<readonly Card[]> {
  return await page
    .locator('main [data-question] label')
    .filter({ has: page.locator('input[type=radio], input[type=checkbox]') })
    .evaluateAll((labels) =>
      labels.map((label) => ({
        phrase: label.getAttribute('data-phrase') ?? undefined,
        drawing: label.querySelector('svg[data-drawing]')?.getAttribute('data-drawing') ?? undefined,
      })),
    );
}
