import * as fc from 'fast-check';

/**
 * Checks a synchronous property on random inputs. A failure throws at once, and prints the seed and the smallest
 * counterexample. (`fc.assert` itself also has a promise among its types, which the linter wants to be awaited.)
 */
export function always<Inputs extends [unknown, ...unknown[]]>(
  property: fc.IPropertyWithHooks<Inputs>,
  numRuns = 300,
): void {
  void fc.assert(property, { numRuns });
}
