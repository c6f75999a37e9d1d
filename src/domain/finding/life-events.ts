import * as z from 'zod';

/** What happens in a life and brings people to the office; `first` is the procedure that settles most at once. */
export const LifeEvent = z.strictObject({
  id: z.string(),
  drawing: z.string(),
  first: z.string().exactOptional(),
});
export type LifeEvent = z.infer<typeof LifeEvent>;

interface Offered {
  readonly id: string;
  readonly name: string;
  readonly lifeEvents: readonly string[];
}

/**
 * The procedures of one event as staff should ask about them: the one that settles most at once, then those that are
 * meant for this event before those that also serve it.
 */
export function proceduresOf<T extends Offered>(event: LifeEvent, all: readonly T[]): readonly T[] {
  const rank = (one: T) => (one.id === event.first ? -1 : one.lifeEvents.indexOf(event.id));
  // `filter` made a new list: sorting it in place changes nobody else's.
  return all
    .filter((one) => one.lifeEvents.includes(event.id))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'vi'));
}
