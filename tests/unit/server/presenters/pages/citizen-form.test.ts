import { expect, it } from 'vitest';
import { sayWait } from '../../../../../src/server/presenters/pages/citizen-form.ts';
import { wordsOf } from '../../../../../src/server/presenters/pages/words.ts';
import { loadTexts } from '../../../../../src/server/texts.ts';

const texts = loadTexts();
const wait = (seconds: number, language = 'vi') => sayWait(seconds, wordsOf(texts, language)).title;

it('a short wait is said in minutes, a long one in hours, never shorter than it is', () => {
  expect(wait(1)).toContain('đợi 1 phút');
  expect(wait(3540)).toContain('đợi 59 phút');
  expect(wait(3541)).toContain('đợi 1 giờ');
  expect(wait(3601)).toContain('đợi 2 giờ');
  expect(wait(6 * 3600)).toContain('đợi 6 giờ');
  expect(wait(30, 'en')).toContain('1 minute and');
});
