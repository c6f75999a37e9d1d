import type { Answers } from '../../../../../domain/procedure/contract/answers.ts';
import type { Draft, ListEntry } from '../../../../storage/model.ts';

/*
 * The first lesson, as what was seen to be done. Nobody ticks a step off: each is noticed from what the practice ground
 * holds and where the learner is. Steps may be done in any order; the first one not done is the one that is asked for.
 */

export const lessonSteps = ['begin', 'answer', 'mend', 'finish', 'waits', 'words', 'courier'] as const;
export type LessonStep = (typeof lessonSteps)[number];

/** What the app shows of itself at one moment. */
export interface Sight {
  /** Address inside the practice ground. */
  readonly path: string;
  readonly entries: readonly Pick<ListEntry, 'id' | 'state' | 'procedureId'>[];
  readonly drafts: readonly Pick<Draft, 'id' | 'procedure' | 'answers' | 'at'>[];
  /** The learner told the status words apart. */
  readonly wordsKnown: boolean;
}

export interface Lesson {
  readonly done: readonly LessonStep[];
  /** What was there before the learner did anything. */
  readonly given: readonly string[];
  /** Answers of a draft as they stood when it was first seen at its read-back, by the draft's id. */
  readonly readBack: Readonly<Record<string, Answers>>;
}

const LEARNT_ON = 'birth-registration';
const READ_BACK = 'read-back';
/** So many answers show that the learner knows how it goes. */
export const ANSWERS_ASKED = 3;

/** The lesson as it begins: nothing done, and what is there is not the learner's. */
export function beginLesson(sight: Sight): Lesson {
  const given = sight.entries.map(({ id }) => id);
  return { done: [], given, readBack: seenAtReadBack({}, sight) };
}

/** What has been done by now, once done for good. The same lesson again where nothing new was seen. */
export function notice(before: Lesson, sight: Sight): Lesson {
  const readBack = seenAtReadBack(before.readBack, sight);
  const seen = { ...before, readBack };
  const news = lessonSteps.filter((step) => !before.done.includes(step) && isDone(step, seen, sight));
  if (news.length === 0 && readBack === before.readBack) return before;
  return { ...seen, done: lessonSteps.filter((step) => before.done.includes(step) || news.includes(step)) };
}

/** The step that is asked for now; undefined when all are done. */
export function findStep(lesson: Lesson): LessonStep | undefined {
  return lessonSteps.find((step) => !lesson.done.includes(step));
}

function isDone(step: LessonStep, lesson: Lesson, sight: Sight): boolean {
  const finished = sight.entries.filter(
    ({ state, procedureId }) => state === 'finished' && procedureId === LEARNT_ON,
  );
  const own = sight.drafts.filter(
    ({ id, procedure }) => procedure.id === LEARNT_ON && !lesson.given.includes(id),
  );
  switch (step) {
    case 'begin':
      return own.length > 0;
    case 'answer':
      return own.some(({ answers }) => Object.keys(answers).length >= ANSWERS_ASKED);
    case 'mend':
      return sight.drafts.some(({ id, answers }) => isMended(lesson.readBack[id], answers));
    case 'finish':
      return finished.length > 0;
    case 'waits':
      return finished.some(({ id }) => sight.path === '/' || sight.path === `/summary/${id}`);
    case 'words':
      return sight.wordsKnown;
    case 'courier':
      return sight.path === '/courier' || sight.path.startsWith('/courier/');
  }
}

/** An answer that was read back is another one now; one given for the first time since (a signature) mends nothing. */
function isMended(readBack: Answers | undefined, now: Answers): boolean {
  return Object.entries(readBack ?? {}).some(
    ([question, said]) => JSON.stringify(now[question]) !== JSON.stringify(said),
  );
}

function seenAtReadBack(before: Lesson['readBack'], { drafts }: Sight): Lesson['readBack'] {
  const first = drafts.filter(({ id, at }) => at.step === READ_BACK && before[id] === undefined);
  if (first.length === 0) return before;
  return { ...before, ...Object.fromEntries(first.map(({ id, answers }) => [id, answers])) };
}
