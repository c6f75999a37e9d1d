import { expect, it } from 'vitest';
import { procedures } from '../../../../../src/procedures/catalogue.ts';
import { html } from '../../../../../src/server/presenters/pages/html.ts';
import { presentMissing } from '../../../../../src/server/presenters/pages/missing-things.ts';
import { wordsOf } from '../../../../../src/server/presenters/pages/words.ts';
import { loadTexts, textsOfShipped } from '../../../../../src/server/texts.ts';

const texts = loadTexts();

it.each(['vi', 'en'])(
  'the citizen reads what is asked in words, whatever question of whatever procedure: %s',
  (language) => {
    for (const definition of procedures) {
      const known = { definition, texts: textsOfShipped(texts, definition.id) };
      for (const step of definition.steps)
        for (const { id, type } of step.questions.filter(
          (question) => question.type !== 'note' && question.type !== 'hidden',
        )) {
          const key = step.repeat === undefined ? id : `${id}.2`;
          const items = [{ what: 'question' as const, id: key, note: '' }];
          const page = html`${presentMissing({ reason: '', items }, known, wordsOf(texts, language), texts)}`
            .text;
          expect(page, `${definition.id} ${type}`).not.toContain(`<li>${key}`);
          if (step.repeat !== undefined) expect(page).toMatch(/ 2\)/);
        }
    }
  },
);
