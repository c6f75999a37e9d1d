import type { ProcedureDefinition, Question } from '../../../domain/procedure/definition.ts';
import { type Bundle, type Bundles, both, type Demand, demandsOf, type Scalar } from './demands.ts';

/** Demands looked at before it is believed that something may be possible: for one thing, and for all of a declaration. */
const MOST_LOOKS = 20_000;
const MOST_LOOKS_IN_ALL = 1_000_000;

/**
 * Whether answers exist that fulfil a condition. A question that has to be answered has to be shown first, and so do those
 * that show it. `false` is certain; `true` may be too kind.
 */
export class Possibilities {
  private readonly questions: ReadonlyMap<string, Question>;
  private readonly shown = new Map<string, Bundles>();
  private looks = 0;

  constructor({ steps }: ProcedureDefinition) {
    this.questions = new Map(steps.flatMap((step) => step.questions.map((one) => [one.id, one] as const)));
    for (const step of steps) {
      const ofStep = step.visible === undefined ? [[]] : demandsOf(step.visible);
      for (const { id, visible } of step.questions)
        this.shown.set(id, visible === undefined ? ofStep : both(ofStep, demandsOf(visible)));
    }
  }

  /** What has to be so that a question is shown. */
  shownWhen(id: string): Bundles {
    return this.shown.has(id) ? this.shown.get(id) : [[]];
  }

  isPossible(bundles: Bundles): boolean {
    const last = Math.min(this.looks + MOST_LOOKS, MOST_LOOKS_IN_ALL);
    const look = (some: Bundles, shown: ReadonlySet<string>): boolean =>
      some === undefined ||
      some.some((bundle) => {
        this.looks += bundle.length;
        if (this.looks > last) return true;
        if (this.contradicts(bundle)) return false;
        const hidden = bundle.find((demand) => demand.kind !== 'not-answered' && !shown.has(demand.id));
        if (hidden === undefined) return true;
        const shownWhen = this.shownWhen(hidden.id);
        // Putting them together costs as much as looking at them.
        this.looks += bundle.length * (shownWhen?.length ?? 0);
        return this.looks > last || look(both([bundle], shownWhen), new Set([...shown, hidden.id]));
      });
    return look(bundles, new Set());
  }

  private contradicts(bundle: Bundle): boolean {
    const byId = new Map<string, Demand[]>();
    for (const demand of bundle) {
      const others = byId.get(demand.id);
      if (others === undefined) byId.set(demand.id, [demand]);
      else others.push(demand);
    }
    return [...byId].some(([id, demands]) => contradict(demands, this.questions.get(id)));
  }
}

function contradict(demands: readonly Demand[], question: Question | undefined): boolean {
  const kinds = new Set(demands.map(({ kind }) => kind));
  if (kinds.has('not-answered') && kinds.size > 1) return true;
  if (kinds.has('unknown')) {
    if (question !== undefined && !question.unknownAllowed) return true;
    if ([...kinds].some((kind) => kind !== 'unknown' && kind !== 'answered')) return true;
  }
  return contradictRanges(demands, question) || contradictValues(demands, question);
}

function contradictRanges(demands: readonly Demand[], question: Question | undefined): boolean {
  return (['number', 'age', 'days'] as const).some((of) => {
    const ranges = demands.flatMap((one) => (one.kind === 'range' && one.of === of ? [one] : []));
    if (ranges.length === 0) return false;
    const bounds: { readonly min?: number | undefined; readonly max?: number | undefined } =
      of === 'number' && question?.type === 'number' ? question : {};
    const least = Math.max(bounds.min ?? Number.NEGATIVE_INFINITY, ...ranges.map((one) => one.least));
    const below = Math.min(...ranges.map((one) => one.below));
    return least >= below || least > (bounds.max ?? Number.POSITIVE_INFINITY);
  });
}

function contradictValues(demands: readonly Demand[], question: Question | undefined): boolean {
  let allowed: readonly Scalar[] | undefined = valuesOf(question);
  const isSeveral = question?.type === 'choices';
  for (const demand of demands) {
    if (demand.kind === 'one-of' && !isSeveral) {
      const { values } = demand;
      allowed = allowed === undefined ? values : allowed.filter((value) => values.includes(value));
    } else if (demand.kind === 'none-of' && !isSeveral) {
      // Of a text everything else can still be said.
      allowed = allowed?.filter((value) => !demand.values.includes(value));
    } else if (demand.kind === 'includes' && !isSeveral) {
      allowed = allowed === undefined ? undefined : allowed.filter((value) => value === demand.value);
    }
  }
  const included = demands.flatMap((one) => (one.kind === 'includes' ? [one.value] : []));
  const excluded = demands.flatMap((one) => (one.kind === 'excludes' ? [one.value] : []));
  return (
    allowed?.length === 0 ||
    included.some((value) => excluded.includes(value)) ||
    (isSeveral && included.some((value) => !(allowed ?? []).includes(value)))
  );
}

/** Everything that a question can be answered with, as conditions compare it; undefined where that has no end. */
export function valuesOf(question: Question | undefined): readonly Scalar[] | undefined {
  switch (question?.type) {
    case 'choice':
    case 'choices':
      return question.options.map(({ value }) => value);
    case 'consent':
      return [true, false];
    case 'signature':
      return ['signature', 'thumbprint', 'witness'];
    default:
      return undefined;
  }
}
