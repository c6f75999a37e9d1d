import * as z from 'zod';
import drawingsJson from '../../../../procedures/paper-drawings.json' with { type: 'json' };

const drawings = new Map(Object.entries(z.record(z.string(), z.string()).parse(drawingsJson)));

/** What a paper looks like, one of several that would do; one that nobody has drawn yet is counted, `position` from 1. */
export function drawingOfPaper(paper: string, position: number): string {
  return drawings.get(paper) ?? `number-${position}`;
}
