import type { Condition, Formula } from '../../../domain/procedure/definition.ts';
import { isReadable } from '../../../domain/procedure/formula/match-pattern.ts';
import { questionsOfFormula, repeatedIn } from '../../../domain/procedure/references.ts';
import { type AnswerKind, toCondition } from '../expression/to-condition.ts';
import { type NameMeaning, toFormula } from '../expression/to-formula.ts';
import type { Report } from '../report.ts';
import type { Outline, OutlineQuestion, OutlineStep } from './outline.ts';
import type { TableRow } from './table.ts';

/** Where an expression stands. */
export interface Spot {
  readonly row: TableRow;
  readonly column: string;
  readonly step: OutlineStep;
  /** The question whose expression it is; undefined for a group. */
  readonly question?: OutlineQuestion;
  /** A constraint is looked at once everything is answered: it may name what comes later. */
  readonly isAfterwards?: boolean;
  readonly columns?: ReadonlyMap<string, string>;
}

/**
 * Turns the expressions of one form into formulas and conditions, and reports those that cannot be. It has to be asked in
 * the order of the sheet, because it remembers which questions came before.
 */
export class Translator {
  private readonly homes: ReadonlyMap<string, { readonly id: string; readonly step: OutlineStep } | 'twice'>;
  private readonly repeats: ReadonlyMap<string, OutlineStep>;
  private readonly kinds = new Map<string, AnswerKind>();
  private readonly markers = new Map<OutlineStep, string>();
  private readonly notCarried = new Set<string>();

  constructor(
    private readonly outline: Outline,
    private readonly sheet: string,
    private readonly report: Report,
    private readonly others: ReadonlyMap<string, AnswerKind>,
  ) {
    const homes = new Map<string, { readonly id: string; readonly step: OutlineStep } | 'twice'>();
    for (const step of outline.steps)
      for (const { name, id } of step.questions) homes.set(name, homes.has(name) ? 'twice' : { id, step });
    this.homes = homes;
    this.repeats = new Map(
      outline.steps.flatMap((step) => (step.repeat === undefined ? [] : [[step.repeat.name, step] as const])),
    );
  }

  /** From here on the question may be named. */
  carried(id: string, kind: AnswerKind): void {
    this.kinds.set(id, kind);
  }

  /** Whoever names it hears that it was left out. */
  leftOut(name: string): void {
    this.notCarried.add(name);
  }

  /** The question by which the repetitions of a step are counted. */
  marked(step: OutlineStep, by: string): void {
    this.markers.set(step, by);
    this.kinds.set(by, 'number');
  }

  /** The formula; undefined where it cannot be carried over, which is then in the report. */
  formula(text: string, spot: Spot): Formula | undefined {
    const at = { sheet: this.sheet, row: spot.row.number, column: spot.column };
    const read = toFormula(text, {
      meaningOf: (name) => this.meaningOf(name, spot.step),
      self: spot.question?.id,
      // The count and the relevance of a repeat stand outside of it.
      isRepeated: spot.step.repeat !== undefined && spot.question !== undefined,
      ...(spot.columns === undefined ? {} : { columns: spot.columns }),
    });
    if (read.kind === 'fault') {
      const { kind, ...params } = read.fault;
      this.report.add('error', at, `expression-${kind}`, params);
      return undefined;
    }
    for (const how of read.differs) this.report.add('warning', at, `differs-${how}`);
    const later = spot.isAfterwards
      ? undefined
      : [...questionsOfFormula(read.formula), ...repeatedIn(read.formula)].find(
          (id) => !this.kinds.has(id) && !this.others.has(id),
        );
    if (later !== undefined) {
      this.report.add('error', at, 'later-question', { name: later });
      return undefined;
    }
    const pattern = patternsIn(read.formula).find((one) => !isReadable(one));
    if (pattern !== undefined) {
      this.report.add('error', at, 'pattern-not-readable', { pattern: pattern.slice(0, 80) });
      return undefined;
    }
    return read.formula;
  }

  /** Something that must hold. */
  condition(text: string, spot: Spot): Condition | undefined {
    const formula = this.formula(text, spot);
    return formula === undefined
      ? undefined
      : toCondition(formula, (id) => this.kinds.get(id) ?? this.others.get(id) ?? 'other');
  }

  /** The id of a question that can be named from anywhere, once. */
  idOf(name: string): string | undefined {
    const home = this.homes.get(name);
    return home === undefined || home === 'twice' ? undefined : home.id;
  }

  private meaningOf(name: string, from: OutlineStep): NameMeaning {
    if (this.notCarried.has(name) || this.outline.leftOut.has(name)) return { kind: 'not-carried' };
    const home = this.homes.get(name);
    if (home === 'twice') return { kind: 'twice' };
    if (home !== undefined)
      return {
        kind: home.step.repeat === undefined || home.step === from ? 'question' : 'every-repetition',
        id: home.id,
      };
    const repeat = this.repeats.get(name);
    const marker = repeat === undefined ? undefined : this.markers.get(repeat);
    if (marker !== undefined) return { kind: 'repeat', marker };
    if (this.others.has(name)) return { kind: 'question', id: name };
    return { kind: this.outline.groupNames.has(name) ? 'nothing' : 'unknown' };
  }
}

function patternsIn(formula: Formula): readonly string[] {
  if (!('call' in formula)) return [];
  const pattern = formula.call === 'regex' ? formula.with[1] : undefined;
  return [
    ...(pattern !== undefined && 'value' in pattern ? [String(pattern.value)] : []),
    ...formula.with.flatMap(patternsIn),
  ];
}
