import { useProcedureText } from '../../../i18n/useText.ts';
import { shippedOffers } from '../../../procedures/shipped-offers.ts';
import { useFoundProcedure } from '../../../procedures/useProcedure.ts';

/** What lists call a procedure. A published one brings its name with it; one that cannot be had is called by its id. */
export function useProcedureName(id: string, version: number): string {
  const isShipped = shippedOffers.some((one) => one.id === id);
  useFoundProcedure(isShipped ? undefined : { id, version });
  return useProcedureText(id).find('name') ?? id;
}
