import { findAnyCommune } from '../../domain/place/all-communes.ts';

/** A code the list does not know is shown as itself: better a number than a wrong name. */
export function presentCommune(code: string): { code: string; name: string } {
  return { code, name: findAnyCommune(code)?.name ?? code };
}
