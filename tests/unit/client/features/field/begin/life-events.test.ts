import { expect, it } from 'vitest';
import { lifeEvents } from '../../../../../../src/client/features/field/common/life-events.ts';
import { drawingNames } from '../../../../../../src/client/ui/drawings/all-drawings.tsx';
import { proceduresOf } from '../../../../../../src/domain/finding/life-events.ts';
import { procedures } from '../../../../../../src/procedures/catalogue.ts';

const asOffered = procedures.map((one) => ({ ...one, name: one.id }));

it('leads from every event to a procedure, and to every procedure from an event', () => {
  const reached = lifeEvents.map((event) => proceduresOf(event, asOffered).map(({ id }) => id));
  expect(lifeEvents.filter((_, at) => reached[at]?.length === 0)).toEqual([]);
  const all = new Set(reached.flat());
  expect(procedures.filter(({ id }) => !all.has(id)).map(({ id }) => id)).toEqual([]);
});

it('names only events and drawings that exist', () => {
  const known = lifeEvents.map(({ id }) => id);
  expect(procedures.flatMap((one) => one.lifeEvents).filter((event) => !known.includes(event))).toEqual([]);
  expect(lifeEvents.filter(({ drawing }) => !drawingNames.includes(drawing))).toEqual([]);
});

it('asks about the interlinked birth before the single one', () => {
  const birth = lifeEvents.find(({ id }) => id === 'birth');
  if (birth === undefined) throw new Error('no birth among the events');
  expect(
    proceduresOf(birth, asOffered)
      .map(({ id }) => id)
      .slice(0, 2),
  ).toEqual(['interlinked-birth', 'birth-registration']);
});
