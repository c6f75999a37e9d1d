import type { ProcedureDefinition } from '../../../../domain/procedure/definition.ts';
import { civilDate } from '../../../i18n/formats.ts';

/** The national code in force on the day of that moment; undefined where the procedure has none. */
export function codeOn(definition: ProcedureDefinition, instant: string): string | undefined {
  const day = civilDate(instant);
  return definition.codes.find(
    ({ validFrom, validTo }) =>
      (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo),
  )?.code;
}
