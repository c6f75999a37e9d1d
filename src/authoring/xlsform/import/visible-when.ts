import type { Condition } from '../../../domain/procedure/definition.ts';

/** Shown while all of these hold; always, where there are none. */
export function visibleWhen(conditions: readonly Condition[]): { readonly visible?: Condition } {
  const [first, ...more] = conditions;
  if (first === undefined) return {};
  return { visible: more.length === 0 ? first : { all: [...conditions] } };
}
