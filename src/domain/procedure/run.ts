import { findCase } from './case.ts';
import { holds } from './conditions.ts';
import type { Answers, AnswerValue } from './contract/answers.ts';
import type {
  Evaluation,
  EvaluationContext,
  Problem,
  VisibleQuestion,
  VisibleStep,
} from './contract/evaluation.ts';
import { findDeadlines } from './deadlines.ts';
import type { ProcedureDefinition } from './definition.ts';
import { findDocuments } from './documents.ts';
import { findCountProblems } from './problems/count.ts';
import { error } from './problems/problem.ts';
import { findRuleProblems, findStops } from './rules.ts';
import { validateAnswer } from './validate-answer.ts';
import { findAnswer } from './values.ts';
import { findShown, isOffered, type Shown, type ShownStep } from './visibility.ts';

export { answersSchemaFor } from './answer-schema.ts';
export { parseDefinition } from './parse-definition.ts';
export { problemCodes } from './problems/problem.ts';
export { validateAnswer } from './validate-answer.ts';

/** The engine's one entry: see `contract/README.md` for what it promises. */
export function evaluate(
  definition: ProcedureDefinition,
  answers: Answers,
  context: EvaluationContext,
): Evaluation {
  const { today } = context;
  const shown = findShown(definition, answers, today);
  const questions = shown.steps.flatMap((step) => step.questions);
  const missing = questions.filter((one) => one.required && !one.answered).map((one) => one.question.id);
  const decided = findCase(definition, shown.answers, today, missing);
  const caseId = decided?.id;
  const { documents, problems: documentProblems } = findDocuments(definition, shown, today, caseId);
  const problemsOfAnswers = findAnswerProblems(questions, shown.answers, context);
  const problems = inOrder(
    [
      ...problemsOfAnswers,
      ...findCountProblems(shown, problemsOfAnswers),
      ...documentProblems,
      ...findRuleProblems(definition, shown, today, caseId),
    ],
    questions.map((one) => one.question.id),
  );
  const stops = findStops(definition, shown, today, caseId);
  return {
    steps: withStates(shown.steps, problems),
    missing,
    problems,
    documents,
    ...(decided === undefined ? {} : { case: decided }),
    filingDeadlines: findDeadlines(definition, shown.answers, today),
    followUps: definition.followUps
      .filter(({ when }) => when === undefined || holds(when, shown.answers, today, caseId))
      .map(({ procedure }) => procedure),
    stops,
    mayFinish:
      missing.length === 0 && stops.length === 0 && !problems.some((one) => one.severity === 'error'),
    submission: findSubmission(shown),
  };
}

function findAnswerProblems(
  questions: readonly VisibleQuestion[],
  answers: Answers,
  context: EvaluationContext,
): Problem[] {
  return questions
    .filter((one) => one.answered)
    .flatMap(({ question, offered }) => {
      const value = findAnswer(answers, question.id);
      const found = validateAnswer(question, value, answers, context);
      return found.length > 0 || isOffered(value, offered)
        ? found
        : [{ question: question.id, source: 'answer', ...error('choice-not-offered') } as const];
    });
}

/** As the person meets them: question by question, and for one question as they were found. */
function inOrder(problems: readonly Problem[], ids: readonly string[]): Problem[] {
  const places = new Map(ids.map((id, index) => [id, index]));
  return [...problems].sort((a, b) => (places.get(a.question) ?? 0) - (places.get(b.question) ?? 0));
}

function withStates(steps: readonly ShownStep[], problems: readonly Problem[]): VisibleStep[] {
  const wrong = new Set(problems.filter((one) => one.severity === 'error').map((one) => one.question));
  let allDone = true;
  return steps.map((one): VisibleStep => {
    const { questions } = one;
    const asked = questions.filter(
      ({ question }) => question.type !== 'note' && question.calculated === undefined,
    );
    const touched = asked.some((one) => one.answered);
    const complete = asked.every((one) => (one.answered || !one.required) && !wrong.has(one.question.id));
    const done = asked.length === 0 ? allDone : touched && complete;
    // A step of optional questions that was passed over does not hold back the steps after it.
    allDone = allDone && complete;
    return { ...one, state: done ? 'done' : touched ? 'partial' : 'todo' };
  });
}

function findSubmission(shown: Shown): Answers {
  const submission: Record<string, AnswerValue> = {};
  for (const { question } of shown.steps.flatMap((step) => step.questions)) {
    const value = findAnswer(shown.answers, question.id);
    if (value !== undefined) submission[question.id] = value;
  }
  for (const key of shown.hidden) {
    const value = findAnswer(shown.answers, key);
    if (value !== undefined) submission[key] = value;
  }
  return submission;
}
