import * as z from 'zod';
import { LifeEvent } from '../../../../domain/finding/life-events.ts';
import lifeEventsJson from '../../../../procedures/life-events.json' with { type: 'json' };

/** In the order in which they are offered. */
export const lifeEvents: readonly LifeEvent[] = z.array(LifeEvent).parse(lifeEventsJson);

/** Drawing of what leads to a procedure most often. */
export function drawingOf({ lifeEvents: [first] }: { readonly lifeEvents: readonly string[] }): string {
  return lifeEvents.find(({ id }) => id === first)?.drawing ?? 'paper';
}
