import { decide } from './conditions.ts';
import type { Answers } from './contract/answers.ts';
import type { CaseDecision } from './contract/evaluation.ts';
import type { FeeRule, ProcedureDefinition } from './definition.ts';
import { compute } from './formula/compute.ts';
import { toNumber } from './formula/value.ts';
import { paramsOf } from './reason-params.ts';

/** The first case whose condition holds. None while an earlier case is still open: a guess would promise a date. */
export function findCase(
  definition: ProcedureDefinition,
  answers: Answers,
  today: string,
): CaseDecision | undefined {
  const looked = [];
  for (const { id, when, limit, fee } of definition.cases) {
    if (when !== undefined) looked.push(when);
    const truth = when === undefined ? 'yes' : decide(when, answers, today);
    if (truth === 'open') return undefined;
    if (truth === 'no') continue;
    const dong = feeOf(fee, answers, today);
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

/** In đồng; undefined while it is not known, or answers are missing that it is computed from. */
function feeOf(fee: FeeRule, answers: Answers, today: string): number | undefined {
  switch (fee.kind) {
    case 'free':
      return 0;
    case 'amount':
      return fee.dong;
    case 'province-table':
      return undefined;
    case 'computed': {
      const dong = toNumber(compute(fee.dong, { answers, today }));
      return Number.isFinite(dong) && dong >= 0 ? Math.round(dong) : undefined;
    }
  }
}
