import type { Evaluation, VisibleStep } from '../../../../domain/procedure/contract/evaluation.ts';
import type { Draft } from '../../../storage/model.ts';
import { FOR_WHOM_STEP } from '../common/start-draft.ts';

/*
 * The way through an interview, as a list of places that follows from what is visible now. Going back and forth
 * only moves along this list: answers are never touched by it.
 *
 *   [for-whom] ─ question ─ question ─ … ─ read-back ─ question (signature) ─ finish
 */

/** One screen of the interview in guided mode, one step of it in staff mode. `step` is the step's key: each repetition its own. */
export type InterviewPlace =
  | { readonly kind: 'for-whom' }
  | { readonly kind: 'question'; readonly step: string; readonly question: string }
  | { readonly kind: 'step'; readonly step: string }
  | { readonly kind: 'read-back'; readonly step: string };

export type InterviewMode = 'guided' | 'staff';

/** Every place of this interview, in order. Steps without a visible question are passed over. */
export function listPlaces(
  evaluation: Pick<Evaluation, 'steps'>,
  options: {
    readonly mode: InterviewMode;
    readonly asksForWhom: boolean;
    /** Somebody else goes on from there. */
    readonly endsAtReadBack?: boolean;
  },
): readonly InterviewPlace[] {
  const places: InterviewPlace[] = options.asksForWhom ? [{ kind: 'for-whom' }] : [];
  for (const visible of evaluation.steps) {
    const step = visible.key;
    if (visible.step.kind === 'read-back') {
      places.push({ kind: 'read-back', step });
      if (options.endsAtReadBack === true) break;
    } else if (visible.questions.length === 0) continue;
    else if (options.mode === 'staff') places.push({ kind: 'step', step });
    else
      for (const { question } of visible.questions)
        places.push({ kind: 'question', step, question: question.id });
  }
  return places;
}

/** What the draft remembers of a place, so that another day begins where this one ended. */
export function placeToSave(place: InterviewPlace): Draft['at'] {
  switch (place.kind) {
    case 'for-whom':
      return { step: FOR_WHOM_STEP };
    case 'question':
      return { step: place.step, question: place.question };
    case 'step':
    case 'read-back':
      return { step: place.step };
  }
}

/**
 * The place a draft was left at, in either mode. Where its question or step is no longer visible, the nearest
 * earlier one that is; a draft is never refused because an answer changed the way.
 */
export function findSavedPlace(
  places: readonly InterviewPlace[],
  at: Draft['at'],
  questionOrder: readonly string[],
): InterviewPlace | undefined {
  if (at.step === FOR_WHOM_STEP) return places[0];
  const exact = places.find((p) => p.kind === 'question' && p.question === at.question);
  if (exact !== undefined) return exact;
  const target = at.question === undefined ? -1 : questionOrder.indexOf(at.question);
  const earlier = places.findLast(
    (p) =>
      p.kind === 'question' &&
      p.step === at.step &&
      target >= 0 &&
      questionOrder.indexOf(p.question) < target,
  );
  if (earlier !== undefined) return earlier;
  return places.find((p) => p.kind !== 'for-whom' && p.step === at.step) ?? places[0];
}

/** The place that shows a question in this mode. */
export function findPlaceOf(
  places: readonly InterviewPlace[],
  question: string,
  steps: readonly VisibleStep[],
) {
  const step = steps.find((s) => s.questions.some((q) => q.question.id === question))?.key;
  return (
    places.find((p) => p.kind === 'question' && p.question === question) ??
    places.find((p) => p.kind === 'step' && p.step === step)
  );
}

export function isSamePlace(a: InterviewPlace, b: InterviewPlace): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'for-whom' || b.kind === 'for-whom') return true;
  if (a.kind === 'question' && b.kind === 'question') return a.question === b.question;
  return a.step === b.step;
}

export function findNextPlace(
  places: readonly InterviewPlace[],
  place: InterviewPlace,
): InterviewPlace | undefined {
  return places[indexOfPlace(places, place) + 1];
}

export function findPreviousPlace(
  places: readonly InterviewPlace[],
  place: InterviewPlace,
): InterviewPlace | undefined {
  return places[indexOfPlace(places, place) - 1];
}

function indexOfPlace(places: readonly InterviewPlace[], place: InterviewPlace): number {
  return places.findIndex((p) => isSamePlace(p, place));
}

export interface InterviewProgress {
  /** Counted from 1, in steps the person meets. 0 before the first step. */
  readonly part: number;
  readonly parts: number;
  /** Undefined before the first step. */
  readonly step?: VisibleStep;
  readonly segments: readonly { readonly step: string; readonly state: 'done' | 'now' | 'todo' }[];
}

/** Progress in the person's terms: parts, not questions. `done` means answered, not merely passed. */
export function measureProgress(
  evaluation: Pick<Evaluation, 'steps'>,
  place: InterviewPlace,
): InterviewProgress {
  const met = evaluation.steps.filter((s) => s.step.kind === 'read-back' || s.questions.length > 0);
  const current = place.kind === 'for-whom' ? -1 : met.findIndex((s) => s.key === place.step);
  return {
    part: current + 1,
    parts: met.length,
    ...(met[current] === undefined ? {} : { step: met[current] }),
    segments: met.map((s, index) => ({ step: s.key, state: stateOfSegment(s, index, current) })),
  };
}

function stateOfSegment(step: VisibleStep, index: number, current: number): 'done' | 'now' | 'todo' {
  if (index === current) return 'now';
  if (step.step.kind === 'read-back') return index < current ? 'done' : 'todo';
  return step.state === 'done' ? 'done' : 'todo';
}
