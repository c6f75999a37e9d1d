import type { TryRule } from '../../domain/account/tries.ts';
import type { TryName } from '../storage/public-tries.ts';

const HOUR = 3600;

/*
 * One thing (an account's code, a dossier) is guessed at slowly: five wrong tries cost nothing, then a minute, two, four, up
 * to six hours, and only a quiet day is forgotten. A whole village may stand behind one address, so an address has more.
 */
const ONE_THING: TryRule = { free: 5, first: 60, longest: 6 * HOUR, forgotten: 24 * HOUR };
const ONE_ADDRESS: TryRule = { free: 30, first: 60, longest: HOUR, forgotten: 6 * HOUR };

/** Tries with the code of the account that has this reference, whether there is one or not. */
export function triesOfCode(reference: string): TryName {
  return { name: `activation of ${reference}`, rule: ONE_THING };
}

/** Tries to look up what has this code, whether there is anything or not. */
export function triesOfLookUp(code: string): TryName {
  return { name: `look-up of ${code}`, rule: ONE_THING };
}

/** Tries from an address, at either page. */
export function triesFrom(address: string): TryName {
  return { name: `from ${networkOf(address)}`, rule: ONE_ADDRESS };
}

/** Of an IPv6 address the part that one household or telephone has to itself. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const between =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...between, ...after].slice(0, 4).join(':');
}
