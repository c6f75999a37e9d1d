import { expect, it } from 'vitest';
import type { PlaceNames, Translate } from '../../../../src/client/answers/format-answer.ts';
import { sayAnswers } from '../../../../src/client/answers/said-answers.ts';
import type { VisibleQuestion } from '../../../../src/domain/procedure/contract/evaluation.ts';
import { Question, Step } from '../../../../src/domain/procedure/definition.ts';

const words: Translate = (key) => key;
const places: PlaceNames = { province: () => undefined, commune: () => undefined, country: () => undefined };

function asked(id: string, answered: boolean): VisibleQuestion {
  const question = Question.parse({ id: id.replace(/\.\d$/, ''), type: 'text' });
  return { question: { ...question, id }, required: true, answered };
}

it('gives a sentence the answers it names, and those of its own repetition only', () => {
  const step = { step: Step.parse({ id: 'all', questions: [] }), key: 'all', state: 'todo' } as const;
  const said = sayAnswers(
    {
      steps: [
        {
          ...step,
          questions: [
            asked('head.name', true),
            asked('member.name.1', true),
            asked('member.name.2', true),
            asked('member.work.2', false),
          ],
        },
      ],
      submission: {
        'head.name': 'Lò Thị Mẩy',
        'member.name.1': 'Vi Văn Páo',
        'member.name.2': 'Hà Sen',
        total: 3,
      },
    },
    words,
    places,
  );
  expect(said('member.work.2')).toEqual({
    'head.name': 'Lò Thị Mẩy',
    'member.name': 'Hà Sen',
    'member.work': '…',
    total: '3',
  });
  expect(said('head.name')).toEqual({ 'head.name': 'Lò Thị Mẩy', total: '3' });
});
