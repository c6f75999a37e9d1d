import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Answers } from '../../../../src/domain/procedure/contract/answers.ts';
import { answersSchemaFor, evaluate } from '../../../../src/domain/procedure/run.ts';
import { procedures } from '../../../../src/procedures/catalogue.ts';
import { always } from '../../always.ts';
import { anyAnswers, anyMoves, anyValue, type Move, plainAnswerTo } from './any-answers.ts';

const context = { today: '2026-11-22' };
const draftOf = (moves: readonly Move[]): Answers =>
  Object.fromEntries(moves.map(({ id, value }) => [id, value]));

describe.each(procedures.map((procedure) => [procedure.id, procedure] as const))('%s', (_, procedure) => {
  const answers = anyAnswers(procedure);
  const run = (given: Answers) => evaluate(procedure, given, context);
  const shownIds = (given: Answers) =>
    run(given).steps.flatMap((step) => step.questions.map(({ question }) => question.id));

  /** Never asked: calculated and sent along. */
  const hidden = new Set(
    procedure.steps.flatMap(({ questions }) =>
      questions.filter(({ type }) => type === 'hidden').map(({ id }) => id),
    ),
  );
  const isHidden = (key: string) => hidden.has(key.replace(/\.\d+$/, ''));

  it('always has an answer of its own, whatever the answers', () => {
    always(
      fc.property(answers, (given) => {
        const { missing, stops, problems, mayFinish } = run(given);
        const errors = problems.filter((one) => one.severity === 'error');
        expect(mayFinish).toBe(missing.length + stops.length + errors.length === 0);
      }),
    );
  });

  it('sends answers of visible questions, and no others', () => {
    always(
      fc.property(answers, (given) => {
        const visible = new Set(shownIds(given));
        const sent = Object.keys(run(given).submission);
        expect(sent.filter((id) => !visible.has(id) && !isHidden(id))).toEqual([]);
      }),
    );
  });

  it('lets nothing that was hidden decide anything', () => {
    always(
      fc.property(answers, (given) => {
        const visible = new Set(shownIds(given));
        const withoutHidden = Object.fromEntries(Object.entries(given).filter(([id]) => visible.has(id)));
        expect(run(withoutHidden)).toEqual(run(given));
      }),
    );
  });

  it('calculates what is calculated, whatever stood there', () => {
    const calculated = procedure.steps
      .flatMap((step) => step.questions)
      .filter((question) => question.calculated !== undefined)
      .map(({ id }) => id);
    const planted = fc.dictionary(fc.constantFrom('nothing', ...calculated), anyValue, { maxKeys: 4 });
    always(
      fc.property(answers, planted, (given, typed) => {
        const untouched = Object.fromEntries(
          Object.entries(given).filter(([key]) => !calculated.includes(key.replace(/\.\d+$/, ''))),
        );
        expect(run({ ...untouched, ...typed })).toEqual(run(untouched));
      }),
    );
  });

  it('comes to the same from a submission as from the draft it was made of', () => {
    always(
      fc.property(answers, (given) => {
        const { submission } = run(given);
        expect(run(submission)).toEqual(run(given));
      }),
    );
  });

  it('does not mind in which order the questions were answered', () => {
    const shuffled = answers.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(Object.entries(given), { minLength: Object.keys(given).length }),
      ),
    );
    always(
      fc.property(shuffled, ([given, entries]) => {
        expect(run(Object.fromEntries(entries))).toEqual(run(given));
      }),
    );
  });

  it('loses nothing on the way forth and back', () => {
    const choices = procedure.steps
      .flatMap((step) => step.questions)
      .flatMap((question) => (question.type === 'choice' ? [question] : []));
    const detour = fc
      .constantFrom(...choices)
      .chain((question) =>
        fc.constantFrom(...question.options).map(({ value }) => ({ id: question.id, value })),
      );
    always(
      fc.property(anyMoves(procedure), fc.array(detour, { maxLength: 8 }), (moves, detours) => {
        const draft = Object.freeze(draftOf(moves));
        const before = run(draft);
        // A detour changes an answer, looks at what follows, and sets it back: what it hid for a while is there again.
        const elsewhere = detours.map((move) => run(draftOf([...moves, move])));
        expect(run(draft)).toEqual(before);
        for (const evaluation of [before, ...elsewhere]) {
          const answered = evaluation.steps.flatMap((step) => step.questions).filter((one) => one.answered);
          const sent = Object.keys(evaluation.submission).filter((key) => !isHidden(key));
          expect(sent).toEqual(answered.map((one) => one.question.id));
        }
      }),
    );
  });

  it('has an end wherever one stands: what is missing can be answered until nothing is', () => {
    const most = procedure.steps.reduce(
      (n, { questions, repeat }) => n + questions.length * (repeat?.most ?? 1),
      0,
    );
    always(
      fc.property(answers, (given) => {
        let draft: Answers = given;
        for (let asked = 0; asked <= most; asked++) {
          const { missing, steps } = run(draft);
          const next = steps
            .flatMap((step) => step.questions)
            .find(({ question }) => question.id === missing[0])?.question;
          if (next === undefined) return;
          draft = { ...draft, [next.id]: plainAnswerTo(next) };
        }
        throw new Error(`after ${most} answers something is still missing`);
      }),
    );
  });

  it('passes the border exactly when every answer is of its kind', () => {
    const schema = answersSchemaFor(procedure);
    always(
      fc.property(answers, (given) => {
        const { submission, problems } = run(given);
        const wrong = problems.filter((one) => ['wrong-kind', 'unknown-not-allowed'].includes(one.code));
        expect(schema.safeParse(submission).success).toBe(wrong.length === 0);
        if (wrong.length === 0) expect(Answers.safeParse(submission).success).toBe(true);
      }),
    );
  });
});
