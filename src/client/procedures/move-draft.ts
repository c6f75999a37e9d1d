import type { Answers, AnswerValue } from '../../domain/procedure/contract/answers.ts';
import type { ProcedureDefinition, Question } from '../../domain/procedure/definition.ts';
import { validateAnswer } from '../../domain/procedure/run.ts';
import type { Draft } from '../storage/model.ts';
import { keysOf, type WordsDiffer } from './compare-versions.ts';

/*
 * A draft goes from one version of its procedure to another, and back, and nothing is lost by it (I9):
 *
 *   answers whose question is there, and takes such an answer     stay, and count
 *   answers to questions that are not there                       stay, and count for nothing
 *   answers that the other question would not take, signatures,
 *   consents to other words                                       are set aside, under the version that is left
 *
 * Who comes back to a version finds what was set aside there. What was said meanwhile in its place is set aside in turn.
 */

type Left = NonNullable<Draft['left']>;

/** Problems that say "this is no answer to this question", rather than "this answer is not a good one". */
const MISFITS = new Set(['wrong-kind', 'choice-not-offered']);

/** The draft as it goes on with `to`. Photos and place stay as they are. Pure: the caller saves it in one transaction. */
export function moveDraft(draft: Draft, { from, to, wordsDiffer = () => false }: MoveBetween): Draft {
  const back = draft.left?.find(({ version }) => version === to.version)?.aside ?? {};
  const before = byId(from);
  const after = byId(to);
  const answers: Answers = { ...back };
  const aside: Answers = {};
  for (const [key, value] of Object.entries(draft.answers)) {
    const was = find(before, key);
    const is = find(after, key);
    if (back[key] !== undefined) {
      aside[key] = value;
      continue;
    }
    const stays = is === undefined || (fits(is, value) && !isAskedAnew(was, is, wordsDiffer));
    if (stays) answers[key] = value;
    // Noted as it is, so that coming back does not judge it anew: what agrees to words, and what was no answer there either.
    const isBound = was?.type === 'consent' || was?.type === 'signature';
    if (!stays || isBound || (was !== undefined && !fits(was, value))) aside[key] = value;
  }
  const others = (draft.left ?? []).filter(
    ({ version }) => version !== to.version && version !== from.version,
  );
  const left: Left = [...others, { version: from.version, aside }];
  return { ...draft, procedure: { id: to.id, version: to.version }, answers, left };
}

export interface MoveBetween {
  readonly from: ProcedureDefinition;
  readonly to: ProcedureDefinition;
  readonly wordsDiffer?: WordsDiffer;
}

/** Whether a draft may go from one to the other: versions of one procedure that make the same thing. */
export function mayMove(from: ProcedureDefinition, to: ProcedureDefinition): boolean {
  return from.id === to.id && from.version !== to.version && from.produces === to.produces;
}

/** Answers of this draft that count for nothing in its present version: to questions not asked any more, or set aside. */
export function listAside(draft: Draft, definition: ProcedureDefinition): readonly string[] {
  const asked = byId(definition);
  const unasked = Object.keys(draft.answers).filter((key) => find(asked, key) === undefined);
  const setAside = (draft.left ?? []).flatMap(({ aside }) => Object.keys(aside));
  return [...new Set([...unasked, ...setAside.filter((key) => draft.answers[key] === undefined)])];
}

type ById = ReadonlyMap<string, { readonly question: Question; readonly isRepeated: boolean }>;

function byId(definition: ProcedureDefinition): ById {
  return new Map(
    definition.steps.flatMap(({ questions, repeat }) =>
      questions.map((question) => [question.id, { question, isRepeated: repeat !== undefined }] as const),
    ),
  );
}

/** The question behind an answer's key: in a repeated step the key carries the repetition, and only there. */
function find(questions: ById, key: string): Question | undefined {
  const id = key.replace(/\.\d+$/, '');
  const found = questions.get(id);
  return found?.isRepeated === (id !== key) ? found?.question : undefined;
}

function fits(question: Question, value: AnswerValue): boolean {
  if (question.type === 'note' || question.type === 'hidden') return false;
  // Neither answers nor day: only what kind of answer it is counts here.
  return !validateAnswer(question, value, {}, { today: '9999-12-31' }).some(({ code }) => MISFITS.has(code));
}

/** A signature stands under what was read back, and a consent agrees to its words: neither is carried under others. */
function isAskedAnew(was: Question | undefined, is: Question, wordsDiffer: WordsDiffer): boolean {
  if (is.type === 'signature') return true;
  return is.type === 'consent' && (!isSame(was, is) || keysOf(is).some((key) => wordsDiffer(key)));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
