import { decide } from './conditions.ts';
import type { Answers } from './contract/answers.ts';
import type { CaseDecision } from './contract/evaluation.ts';
import type { FeeRule, ProcedureDefinition } from './definition.ts';
import { compute } from './formula/compute.ts';
import { toNumber } from './formula/value.ts';
import { paramsOf } from './reason-params.ts';
import { questionsOfFormula, repeatedIn } from './references.ts';
import { questionOf } from './repeats.ts';

/**
 * The first case whose condition holds. None while an earlier case is still open: a guess would promise a date.
 * `missing` are the visible questions that must still be answered.
 */
export function findCase(
  definition: ProcedureDefinition,
  answers: Answers,
  today: string,
  missing: readonly string[],
): CaseDecision | undefined {
  const looked = [];
  for (const { id, when, limit, fee } of definition.cases) {
    // What it is comes first, then what it is not: the first of two ages is the one said.
    if (when !== undefined) looked.unshift(when);
    const truth = when === undefined ? 'yes' : decide(when, answers, today);
    if (truth === 'open') return undefined;
    if (truth === 'no') continue;
    const dong = feeOf(fee, answers, today, missing);
    return {
      id,
      limit,
      fee,
      ...(dong === undefined ? {} : { dong }),
      why: { key: `case-${id}`, params: paramsOf(looked, answers, today) },
    };
  }
  return undefined;
}

/** In đồng; undefined while it is not known, or answers are missing that it is computed from: `if` would fill a gap. */
function feeOf(
  fee: FeeRule,
  answers: Answers,
  today: string,
  missing: readonly string[],
): number | undefined {
  switch (fee.kind) {
    case 'free':
      return 0;
    case 'amount':
      return fee.dong;
    case 'province-table':
      return undefined;
    case 'computed': {
      const named = new Set([...questionsOfFormula(fee.dong), ...repeatedIn(fee.dong)]);
      if (missing.some((key) => named.has(questionOf(key)))) return undefined;
      const dong = toNumber(compute(fee.dong, { answers, today }));
      return Number.isFinite(dong) && dong >= 0 ? Math.round(dong) : undefined;
    }
  }
}
