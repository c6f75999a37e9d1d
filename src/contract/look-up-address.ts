/** Where a dossier is looked up; what slips carry as a square code. */
export const LOOK_UP_PATH = '/tra-cuu';
/** Where an account is activated with the two codes of its slip; the slip names it in words. */
export const ACTIVATE_PATH = '/kich-hoat';
/** Name of the code in the address: it names a paper, and nobody. */
export const LOOK_UP_CODE = 'ma';

/** The address on a slip: the office's own, with the slip's code and nothing else. */
export function lookUpAddress(origin: string, code: string): string {
  return `${origin}${LOOK_UP_PATH}?${LOOK_UP_CODE}=${encodeURIComponent(code)}`;
}
