import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { choiceKey, questionKey } from '../../../src/client/answers/format-answer.ts';
import { lifeEvents } from '../../../src/client/features/field/common/life-events.ts';
import { drawingOfPaper } from '../../../src/client/features/field/common/paper-drawings.ts';
import * as drawn from '../../../src/client/features/field/interview/widgets/drawn-answers.ts';
import { drawingNames, drawings } from '../../../src/client/ui/drawings/all-drawings.tsx';
import { ethnicGroups } from '../../../src/domain/citizen/ethnicity.ts';
import type { Question } from '../../../src/domain/procedure/definition.ts';
import { procedures } from '../../../src/procedures/catalogue.ts';
import { readSharedTexts, readTexts } from '../../support/authoring/shared-texts.ts';

/*
 * A walk with every label blanked still says what it says: each choice that a citizen meets has a drawing that exists, no
 * two choices of a question share one, and each has a sentence in Vietnamese, whose key is what its voice is kept under.
 */

const Texts = z.record(z.string(), z.unknown());
const screenTexts = (file: string) =>
  Texts.parse(JSON.parse(readFileSync(`locales/vi/${file}.json`, 'utf8')) as unknown);

function sentenceAt(texts: unknown, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<unknown>((at, part) => (Texts.safeParse(at).success ? Texts.parse(at)[part] : undefined), texts);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

interface Seen {
  readonly drawing: string | undefined;
  readonly sentence: string | undefined;
}

/** What is wrong with the choices of one screen, in words; nothing where all is well. */
function troubles(choices: readonly Seen[]): readonly string[] {
  const names = choices.map(({ drawing }) => drawing);
  return choices.flatMap(({ drawing, sentence }, at) => [
    ...(sentence === undefined ? [`choice ${at + 1} has no sentence`] : []),
    ...(drawing === undefined || !drawingNames.includes(drawing) ? [`no drawing ${drawing}`] : []),
    ...(names.indexOf(drawing) === at ? [] : [`two choices look like ${drawing}`]),
  ]);
}

const interview = screenTexts('interview');
const said = (drawing: string, key: string): Seen => ({ drawing, sentence: sentenceAt(interview, key) });

describe.each(procedures.map((one) => [`${one.id}, version ${one.version}`, one] as const))(
  '%s',
  (_, procedure) => {
    const own = readTexts('vi', procedure.id);
    const shared = readSharedTexts().vi;
    const words = (key: string) => sentenceAt(own, key) ?? sentenceAt(shared, key);
    const questions = procedure.steps
      .flatMap((step) => step.questions)
      .filter((question) => question.type !== 'hidden');
    const choicesOf = (question: Question): readonly Seen[] =>
      question.type !== 'choice' && question.type !== 'choices'
        ? []
        : [
            ...question.options.map(({ value, drawing }) => ({
              drawing,
              sentence: words(choiceKey(question, value)),
            })),
            ...(question.unknownAllowed ? [said(drawn.DRAWN_UNKNOWN, 'unknown.button')] : []),
          ];

    it.each(questions.map((question) => [question.id, question] as const))('%s', (_id, question) => {
      const itself = { drawing: question.drawing, sentence: words(questionKey(question, 'label')) };
      expect([...troubles([itself]), ...troubles(choicesOf(question))]).toEqual([]);
    });

    it('the papers that would do', () => {
      const papers = procedure.documents.flatMap(({ alternatives }) =>
        troubles(
          alternatives.map((paper, at) => ({
            drawing: drawingOfPaper(paper, at + 1),
            sentence: words(`papers.${paper}.name`),
          })),
        ),
      );
      expect(papers).toEqual([]);
    });
  },
);

describe('the answers that stand in no declaration', () => {
  const entries = (of: Readonly<Record<string, string>>, key: (value: string) => string) =>
    Object.entries(of).map(([value, drawing]) => said(drawing, key(value)));
  it.each([
    ['where a place is', entries(drawn.drawnPlaces, (value) => `place.${value}`)],
    ['where a paper is', entries(drawn.drawnPapers, (value) => `document.${value}.label`)],
    ['consent', entries(drawn.drawnConsents, (value) => `consent.${value}`)],
    ['how somebody signs', entries(drawn.drawnWaysToSign, (value) => `signature.${value}.label`)],
    [
      'which people',
      [
        ...ethnicGroups.map(({ name }) => ({ drawing: drawn.drawnPeople(name), sentence: name })),
        said(drawn.DRAWN_OTHER, 'ethnicity.other'),
      ],
    ],
    [
      'whom a dossier is for',
      [
        ...[1, 2, 3, 4, 5, 6].map((at) => ({ drawing: `person-${at}`, sentence: 'a name' })),
        said(drawn.DRAWN_NOBODY, 'forWhom.nobody'),
      ],
    ],
    [
      'what happened',
      lifeEvents.map(({ id, drawing }) => ({
        drawing,
        sentence: sentenceAt(screenTexts('begin'), `events.${id}`),
      })),
    ],
  ])('%s', (_, choices) => {
    expect(choices.length).toBeGreaterThan(1);
    expect(troubles(choices)).toEqual([]);
  });
});

it('no two drawings have the same lines, the bands of the fifty-four peoples least of all', () => {
  const lines = drawingNames.map((name) => renderToStaticMarkup(drawings[name]));
  expect(lines.filter((one) => one === '')).toEqual([]);
  expect(drawingNames.filter((_, at) => lines.indexOf(lines[at] ?? '') !== at)).toEqual([]);
});

it('finds a choice that says nothing, and two that say the same', () => {
  expect(troubles([{ drawing: undefined, sentence: undefined }])).toHaveLength(2);
  expect(troubles([said('yes', 'consent.yes'), said('yes', 'consent.no')])).toEqual([
    'two choices look like yes',
  ]);
  expect(troubles([said('no-such', 'consent.nothing')])).toHaveLength(2);
});
