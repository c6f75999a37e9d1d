import { evaluateSupplement } from '../../../../domain/dossier/supplement.ts';
import type { Evaluation } from '../../../../domain/procedure/contract/evaluation.ts';
import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { evaluate } from '../../../../domain/procedure/run.ts';
import { civilDate } from '../../../i18n/formats.ts';
import type { Draft, Supplementing } from '../../../storage/model.ts';

/**
 * Civil date on which the rules of a record are judged, of a draft today's and of what was sealed its own: a supplement is judged on
 * the day on which its dossier was filed.
 */
export function dayOfRules(
  { supplements }: { readonly supplements?: Supplementing | undefined },
  own: string,
): string {
  return supplements === undefined ? own : civilDate(supplements.finishedAt);
}

/** What follows from a draft's answers on the civil date `today`; what goes on with a dossier of an earlier day is judged as that is. */
export function evaluateDraft(
  { answers, supplements }: Pick<Draft, 'answers'> & { readonly supplements?: Supplementing | undefined },
  definition: ProcedureDefinition,
  today: string,
): Evaluation {
  return supplements === undefined
    ? evaluate(definition, answers, { today })
    : evaluateSupplement(definition, answers, { today, filedOn: dayOfRules({ supplements }, today) });
}
