import { expect } from 'vitest';
import type { Answers, AnswerValue } from '../../src/domain/procedure/contract/answers.ts';
import type { Evaluation } from '../../src/domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../src/domain/procedure/definition.ts';
import { evaluate } from '../../src/domain/procedure/run.ts';
import { getCurrentProcedure } from '../../src/procedures/catalogue.ts';
import { doesNotKnow } from './said.ts';

/**
 * An interview as the person at the table goes through it: one question after the other, only those that are shown.
 * Each line says which question is on the screen; a question shown out of turn, or not shown, fails the scenario.
 */
export class Interview {
  readonly #definition: ProcedureDefinition;
  readonly #today: string;
  #answers: Answers = {};
  #at: string | undefined;

  constructor(procedureId: string, today: string) {
    this.#definition = getCurrentProcedure(procedureId);
    this.#today = today;
    this.#at = this.#shown()[0];
  }

  /** The question on the screen is `id`; the person says `value`; the next one is shown. */
  asked(id: string, value: AnswerValue): this {
    expect(this.#at).toBe(id);
    this.#answers = { ...this.#answers, [id]: value };
    expect(this.#errorsAt(id)).toEqual([]);
    return this.goesOn();
  }

  doesNotKnow(id: string): this {
    return this.asked(id, doesNotKnow);
  }

  /** The person says something that does not stand: the screen stays, says why, and keeps what was said. */
  askedInVain(id: string, value: AnswerValue, code: string): this {
    expect(this.#at).toBe(id);
    this.#answers = { ...this.#answers, [id]: value };
    expect(this.#errorsAt(id)).toContain(code);
    return this;
  }

  /** Goes on without an answer, which only an optional question or a note allows. */
  passes(id: string): this {
    expect(this.#at).toBe(id);
    expect(this.evaluation.missing).not.toContain(id);
    return this.goesOn();
  }

  goesOn(): this {
    const shown = this.#shown();
    this.#at = shown[shown.indexOf(this.#at ?? '') + 1];
    return this;
  }

  goesBackTo(id: string): this {
    expect(this.#shown()).toContain(id);
    this.#at = id;
    return this;
  }

  isWarned(code: string): this {
    const warnings = this.evaluation.problems.filter((one) => one.severity === 'warning');
    expect(warnings.map((one) => one.code)).toContain(code);
    return this;
  }

  isNotAsked(...ids: string[]): this {
    for (const id of ids) expect(this.#shown()).not.toContain(id);
    return this;
  }

  isStopped(reason: string): this {
    expect(this.evaluation.stops.map((one) => one.key)).toContain(reason);
    expect(this.evaluation.mayFinish).toBe(false);
    return this;
  }

  isAtTheEnd(): this {
    expect(this.#at).toBeUndefined();
    return this;
  }

  mayFinish(): this {
    const { missing, stops, problems, mayFinish } = this.evaluation;
    const errors = problems.filter((one) => one.severity === 'error');
    expect({ missing, stops, errors, mayFinish }).toEqual({
      missing: [],
      stops: [],
      errors: [],
      mayFinish: true,
    });
    return this;
  }

  mayNotFinish(): this {
    expect(this.evaluation.mayFinish).toBe(false);
    return this;
  }

  get evaluation(): Evaluation {
    return evaluate(this.#definition, this.#answers, { today: this.#today });
  }

  /** Everything said so far, that of hidden questions included: what the draft keeps. */
  get draft(): Answers {
    return this.#answers;
  }

  #shown(): string[] {
    return this.evaluation.steps.flatMap((step) => step.questions.map(({ question }) => question.id));
  }

  #errorsAt(id: string): string[] {
    return this.evaluation.problems
      .filter((one) => one.question === id && one.severity === 'error')
      .map((one) => one.code);
  }
}
